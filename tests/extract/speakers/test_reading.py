"""Names told apart on hand-built documents: the recognizer's single errors are outvoted."""

import pytest

from claimtrack.domain.vocabulary import SpeakerKind
from claimtrack.extract.speakers.reading import build_register
from tests.extract.speakers.hand import entities, flat, labelled, register


def test_a_surname_that_was_taken_for_an_organization_is_the_person() -> None:
    tables = [
        (flat("John/NNP Kirby/NNP spoke/VBD"), {"John Kirby": "PERSON"}),
        (flat("Kirby/NNP left/VBD"), {"Kirby": "ORG"}),
    ]
    found = build_register(labelled(*tables))
    assert [mention.entity.name for mention in found.mentions] == ["John Kirby", "John Kirby"]


def test_a_full_name_that_was_taken_for_an_organization_is_a_person_by_its_given_name() -> None:
    (person,) = entities(register("John/NNP Kirby/NNP spoke/VBD", John_Kirby="ORG"))
    assert person.kind is SpeakerKind.PERSON


def test_an_organization_that_was_taken_for_a_person_is_one_by_its_last_word() -> None:
    (body,) = entities(register("Defense/NNP Ministry/NNP spoke/VBD", Defense_Ministry="PERSON"))
    assert body.kind is SpeakerKind.ORGANIZATION


def test_a_country_is_one_whatever_the_label() -> None:
    (country,) = entities(register("Moscow/NNP spoke/VBD", Moscow="PERSON"))
    assert (country.name, country.kind) == ("Russia", SpeakerKind.GOVERNMENT)


def test_capital_and_country_are_one_entity() -> None:
    assert len(entities(register("Moscow/NNP met/VBD Russia/NNP", Moscow="GPE", Russia="GPE"))) == 1


def test_a_name_without_any_label_is_found_by_its_given_name() -> None:
    (person,) = entities(register("Maria/NNP Qorb/NNP spoke/VBD"))
    assert (person.name, person.kind) == ("Maria Qorb", SpeakerKind.PERSON)


def test_a_name_cut_short_by_the_recognizer_is_made_whole() -> None:
    (person,) = entities(register("Maria/NNP Qorb/NNP spoke/VBD", Qorb="PERSON"))
    assert person.name == "Maria Qorb"


def test_a_name_that_no_list_has_is_made_whole_behind_a_title() -> None:
    (person,) = entities(register("Mayor/NN Tunde/NNP Qorb/NNP spoke/VBD", Qorb="ORG"))
    assert (person.name, person.kind) == ("Tunde Qorb", SpeakerKind.PERSON)


def test_the_verb_of_a_headline_is_no_part_of_a_name() -> None:
    (person,) = entities(register("Maria/NNP Qorb/NNP Says/NNP", Maria_Qorb_Says="PERSON"))
    assert person.name == "Maria Qorb"


def test_particles_join_a_surname_to_its_name() -> None:
    (person,) = entities(register("Maria/NNP van/NNP den/NNP Qorb/NNP spoke/VBD", Maria_van="PERSON"))
    assert person.name == "Maria van den Qorb"


def test_a_day_is_no_given_name() -> None:
    names = [
        each.name for each in entities(register("On/IN Tuesday/NNP Qorb/NNP spoke/VBD", Qorb="PERSON", Tuesday="DATE"))
    ]
    assert names == ["Qorb"]


def test_a_function_that_begins_a_sentence_is_no_part_of_a_name() -> None:
    (person,) = entities(register("Striker/NNP Deon/NNP Qorb/NNP spoke/VBD", Striker_Deon_Qorb="PERSON"))
    assert person.name == "Deon Qorb"


def test_a_function_is_no_part_of_what_was_taken_for_an_organization() -> None:
    (person,) = entities(register("Then/RB Archdeacon/NNP Simeon/NNP Qorb/NNP spoke/VBD", Archdeacon_Simeon_Qorb="ORG"))
    assert (person.name, person.kind) == ("Simeon Qorb", SpeakerKind.PERSON)


def test_a_body_that_is_named_after_a_function_stays_whole() -> None:
    (body,) = entities(
        register("Nurse/NNP Practitioner/NNP Association/NNP spoke/VBD", Nurse_Practitioner_Association="ORG")
    )
    assert body.name == "Nurse Practitioner Association"


def test_a_person_with_a_function_is_one_whatever_the_label() -> None:
    (person,) = entities(register("Kari/NNP Qorb/NNP ,/, the/DT mayor/NN ,/, spoke/VBD", Kari_Qorb="ORG"))
    assert person.kind is SpeakerKind.PERSON


def test_a_body_is_known_by_one_word_of_its_name() -> None:
    tables = [
        (flat("Consumer/NNP Guild/NNP spoke/VBD"), {"Consumer Guild": "ORG"}),
        (flat("The/DT Guild/NNP left/VBD"), {"Guild": "ORG"}),
    ]
    assert {mention.entity.name for mention in build_register(labelled(*tables)).mentions} == {"Consumer Guild"}


def test_a_word_of_two_bodies_is_neither() -> None:
    tables = [
        (flat("Consumer/NNP Guild/NNP met/VBD Metal/NNP Guild/NNP"), {"Consumer Guild": "ORG", "Metal Guild": "ORG"}),
        (flat("The/DT Guild/NNP left/VBD"), {"Guild": "ORG"}),
    ]
    assert build_register(labelled(*tables)).mentions[-1].entity.name == "Guild"


def test_a_title_is_no_part_of_a_name() -> None:
    names = [
        entity.name
        for entity in entities(register("General/NNP Anna/NNP Qorb/NNP spoke/VBD", General_Anna_Qorb="PERSON"))
    ]
    assert names == ["Anna Qorb"]


def test_a_possessive_mark_is_no_part_of_a_name() -> None:
    (person,) = entities(register("Anna/NNP Qorb/NNP 's/POS dog/NN barked/VBD", **{"Anna_Qorb_'s": "PERSON"}))
    assert person.name == "Anna Qorb"


def test_a_surname_that_the_tagger_missed_is_found_once_the_person_is_known() -> None:
    found = register("Anna/NNP Jolly/NNP spoke/VBD ./. Jolly/RB left/VBD ./.", Anna_Jolly="PERSON")
    assert [mention.entity.name for mention in found.mentions] == ["Anna Jolly", "Anna Jolly"]


def test_a_modal_verb_is_no_surname() -> None:
    found = register("Anna/NNP May/NNP spoke/VBD ./. May/MD we/PRP go/VB ./.", Anna_May="PERSON")
    assert len(found.mentions) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [("Joe Biden", "Joseph R. Biden"), ("Anna Weber", "Anna Maria Weber"), ("J. Weber", "John Weber")],
)
def test_variants_of_a_name_are_one_person_with_the_fullest(first: str, second: str) -> None:
    tables = [
        (flat(" ".join(f"{w}/NNP" for w in name.split()) + " spoke/VBD"), {name: "PERSON"}) for name in (first, second)
    ]
    (person,) = entities(build_register(labelled(*tables)))
    assert person.name == second


def test_two_given_names_are_two_persons() -> None:
    found = register(
        "Bill/NNP Clinton/NNP met/VBD Hillary/NNP Clinton/NNP", Bill_Clinton="PERSON", Hillary_Clinton="PERSON"
    )
    assert [entity.name for entity in entities(found)] == ["Bill Clinton", "Hillary Clinton"]


def test_a_word_of_a_headline_behind_a_name_makes_no_second_person() -> None:
    tables = [
        (flat("Anna/NNP Weber/NNP Visit/NNP"), {"Anna Weber Visit": "PERSON"}),
        (flat("Anna/NNP Weber/NNP spoke/VBD"), {"Anna Weber": "PERSON"}),
    ]
    (person,) = entities(build_register(labelled(*tables)))
    assert person.name == "Anna Weber"


def test_a_name_with_a_courtesy_title_of_the_other_gender_is_somebody_else() -> None:
    tables = [
        (flat("Robert/NNP Weber/NNP spoke/VBD"), {"Robert Weber": "PERSON"}),
        (flat("Ms./NNP Weber/NNP left/VBD"), {"Weber": "PERSON"}),
    ]
    assert len(entities(build_register(labelled(*tables)))) == 2


def test_names_are_looked_up_by_token_and_by_offset() -> None:
    found = register("Anna/NNP Weber/NNP met/VBD Moscow/NNP", Anna_Weber="PERSON", Moscow="GPE")
    assert found.at(0, 1) is found.mentions[0]
    assert found.at(0, 2) is None
    assert found.before(found.mentions[1].start) == [found.mentions[0]]


def test_one_of_unknown_gender_is_neither_the_mr_nor_the_ms_of_a_couple() -> None:
    tables = [
        (flat("Xzyvan/NNP Qorb/NNP spoke/VBD"), {"Xzyvan Qorb": "PERSON"}),
        (flat("Mr./NNP Qorb/NNP met/VBD Ms./NNP Qorb/NNP"), {"Qorb": "PERSON"}),
    ]
    assert [entity.name for entity in entities(build_register(labelled(*tables)))] == ["Xzyvan Qorb", "Qorb", "Qorb"]


def test_a_capitalised_verb_is_no_part_of_a_name() -> None:
    (person,) = entities(register("Trusting/VBG Anna/NNP Weber/NNP failed/VBD", Trusting_Anna_Weber="PERSON"))
    assert person.name == "Anna Weber"


def test_a_capital_city_is_its_country_in_a_dateline_too() -> None:
    tables = [
        (flat("PRISTINA/NNP reporters/NNS waited/VBD"), {"PRISTINA": "GPE"}),
        (flat("Pristina/NNP spoke/VBD"), {"Pristina": "GPE"}),
    ]
    assert {mention.entity.name for mention in build_register(labelled(*tables)).mentions} == {"Kosovo"}


def test_a_noun_that_begins_the_sentence_is_no_part_of_the_name_behind_it() -> None:
    (person,) = entities(register("Campaigner/NNP Maria/NNP Qorb/NNP spoke/VBD", Campaigner_Maria_Qorb="PERSON"))
    assert person.name == "Maria Qorb"


def test_a_given_name_like_a_noun_stays_part_of_the_name() -> None:
    (person,) = entities(register("Peter/NNP James/NNP Qorb/NNP spoke/VBD", Peter_James_Qorb="PERSON"))
    assert person.name == "Peter James Qorb"


@pytest.mark.parametrize("label", [{"Maria_I": "PERSON"}, {"Maria": "PERSON"}], ids=["labelled", "tagged"])
def test_i_behind_a_name_is_no_part_of_it_where_a_verb_is_contracted_with_it(label: dict[str, str]) -> None:
    (person,) = entities(register("We/PRP promised/VBD Maria/NNP I/NNP 'd/MD go/VB", **label))
    assert person.name == "Maria"


def test_what_a_thing_is_called_is_no_person_whatever_the_label() -> None:
    table = """
The     DT  det       2
album   NN  nsubjpass 7
,       ,   punct     2
Weather NNP compound  5
Songs   NNP appos     2
was     VBD auxpass   7
sold    VBN ROOT      7
"""
    (named,) = entities(build_register(labelled((table, {"Weather Songs": "PERSON"}))))
    assert named.kind is SpeakerKind.ORGANIZATION
