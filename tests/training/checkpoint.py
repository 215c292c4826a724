"""A small checkpoint as a pretrained encoder comes, at random."""

import json
from pathlib import Path

import torch
from safetensors.torch import save_file

from claimtrack.model.loading import FILES
from claimtrack.training.network import Shape

SMALL = Shape(vocabulary=30522, width=32, heads=4, inner=64, layers=2, positions=512)


def bert(shape: Shape) -> dict[str, torch.Tensor]:
    """A checkpoint with the names and shapes of BERT's, at random."""
    torch.manual_seed(0)
    width, inner = shape.width, shape.inner
    dense = {"attention.self.query": width, "attention.self.key": width, "attention.self.value": width}
    dense |= {"attention.output.dense": width, "intermediate.dense": inner}
    weights = {
        "embeddings.word_embeddings.weight": torch.randn(shape.vocabulary, width) * 0.1,
        "embeddings.position_embeddings.weight": torch.randn(shape.positions, width) * 0.01,
        "embeddings.token_type_embeddings.weight": torch.zeros(2, width),
        "embeddings.LayerNorm.weight": torch.ones(width),
        "embeddings.LayerNorm.bias": torch.zeros(width),
    }
    for name in (f"encoder.layer.{number}" for number in range(shape.layers)):
        for part, size in dense.items():
            weights |= {
                f"{name}.{part}.weight": torch.randn(size, width) * 0.1,
                f"{name}.{part}.bias": torch.zeros(size),
            }
        weights |= {f"{name}.output.dense.weight": torch.randn(width, inner) * 0.1}
        weights |= {f"{name}.output.dense.bias": torch.zeros(width)}
        for part in ("attention.output.LayerNorm", "output.LayerNorm"):
            weights |= {f"{name}.{part}.weight": torch.ones(width), f"{name}.{part}.bias": torch.zeros(width)}
    return weights


def write_checkpoint(folder: Path) -> Path:
    """Write its weights, its shape and a tokenizer; the folder."""
    save_file(bert(SMALL), folder / "model.safetensors")
    config = {
        "vocab_size": SMALL.vocabulary,
        "hidden_size": SMALL.width,
        "num_attention_heads": SMALL.heads,
        "intermediate_size": SMALL.inner,
        "num_hidden_layers": SMALL.layers,
        "max_position_embeddings": SMALL.positions,
    }
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    (folder / "tokenizer.json").write_bytes((FILES / "tokenizer.json").read_bytes())
    return folder
