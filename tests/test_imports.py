"""The walls between the layers, as ``pyproject.toml`` has them in ``[tool.importlinter]``."""

from pathlib import Path

from importlinter.cli import lint_imports


def test_every_import_contract_is_kept(capsys):
    status = lint_imports(config_filename=str(Path(__file__).parents[1] / "pyproject.toml"), no_cache=True)
    assert status == 0, capsys.readouterr().out
