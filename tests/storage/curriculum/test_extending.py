"""A user's curriculum over the shipped one: shipped items follow what is renamed or retired."""

import pytest

from pmcareer.storage.curriculum.reading import check_curriculum, read_curriculum

HEAD = 'format = 1\ntitle = "Ours"\nversion = "2026.12"\nextends = "shipped"\n'


@pytest.fixture
def file(tmp_path):
    return tmp_path / "curriculum.toml"


def an_own_exercise(name, keys):
    told = f'id = "{name}"\nskill = "fundamentals"\ntitle = "Ours"\nlevel = 2\nhours = [1, 2, 3]'
    return f"\n[[exercises]]\n{told}\n{keys}\n"


def test_a_renamed_exercise_stands_in_the_place_of_the_old_one_and_is_required_instead(file):
    file.write_text(
        HEAD + an_own_exercise("own-02", 'core = true\nreplaces = ["pmf-02"]'), encoding="utf-8"
    )
    shipped, ours = read_curriculum(None), read_curriculum(file)
    assert check_curriculum(file).problems == ()
    expected = ["own-02" if item.id == "pmf-02" else item.id for item in shipped.exercises]
    assert [item.id for item in ours.exercises] == expected
    waiting = [item.id for item in shipped.exercises if "pmf-02" in item.requires]
    assert waiting
    assert all("own-02" in ours.exercise[name].requires for name in waiting)


def test_what_is_retired_is_required_by_no_shipped_item_any_more(file):
    file.write_text(HEAD + an_own_exercise("pmf-03", "retired = true"), encoding="utf-8")
    assert any("pmf-03" in item.requires for item in read_curriculum(None).exercises)
    ours = read_curriculum(file)
    assert not any(
        "pmf-03" in item.requires for item in (*ours.exercises, *ours.roles, *ours.moves)
    )
    assert check_curriculum(file).problems == ()


def test_what_a_role_does_instead_follows_new_names_and_forgets_what_is_retired(file):
    renamed = an_own_exercise("own-07", 'replaces = ["prg-07"]')
    file.write_text(HEAD + renamed + an_own_exercise("gov-04", "retired = true"), encoding="utf-8")
    manager = "programme-manager"
    assert {**read_curriculum(None).role[manager].instead} == {
        "gov-04": "prg-04",
        "ben-04": "prg-07",
    }
    assert {**read_curriculum(file).role[manager].instead} == {"ben-04": "own-07"}


def test_two_that_become_one_stand_where_the_first_stood(file):
    file.write_text(
        HEAD + an_own_exercise("own-02", 'replaces = ["pmf-02", "pmf-04"]'), encoding="utf-8"
    )
    shipped, ours = read_curriculum(None), read_curriculum(file)
    assert len(ours.exercises) == len(shipped.exercises) - 1
    place = [item.id for item in shipped.exercises].index("pmf-02")
    assert ours.exercises[place].id == "own-02"


@pytest.mark.parametrize(
    ("table", "old", "keys"),
    [
        pytest.param("skills", "risk", 'side = "ways-of-working"', id="a skill"),
        pytest.param("roles", "tech-pm", "needs = {}", id="a role"),
    ],
)
def test_everything_shipped_follows_a_new_name(file, table, old, keys):
    file.write_text(
        f'{HEAD}\n[[{table}]]\nid = "ours"\ntitle = "Ours"\nreplaces = ["{old}"]\n{keys}\n',
        encoding="utf-8",
    )
    ours = read_curriculum(file)
    assert old not in {item.id for item in getattr(ours, table)}
    assert ours.now_called(table, old) == "ours"


def test_conditions_ask_for_what_things_are_called_today(file):
    skill = 'id = "trade"\ntitle = "Trade"\nside = "business-acumen"\nreplaces = ["business"]'
    role = 'id = "digital-pm"\ntitle = "Digital PM"\nneeds = {}\nreplaces = ["tech-pm"]'
    file.write_text(f"{HEAD}\n[[skills]]\n{skill}\n[[roles]]\n{role}\n", encoding="utf-8")
    advice = {rule.id: rule.when for rule in read_curriculum(file).advice}
    assert "level_trade < 3" in advice["r24"]
    assert "target in junior-pm digital-pm" in advice["r17"]
    assert "readiness >= 60" in advice["r17"]
    assert not any(problem.is_error for problem in check_curriculum(file).problems)


def test_an_old_id_that_the_user_defines_as_well_is_still_said_to_be_there(file):
    text = HEAD + an_own_exercise("pmf-02", "") + an_own_exercise("own-02", 'replaces = ["pmf-02"]')
    file.write_text(text, encoding="utf-8")
    assert [problem.message for problem in check_curriculum(file).problems] == [
        "'pmf-02' is said to be replaced, but it is still there."
    ]


def test_shipped_steps_go_on_being_asked_for(file):
    file.write_text(HEAD + an_own_exercise("own-02", "core = true"), encoding="utf-8")
    assert read_curriculum(file).steps == read_curriculum(None).steps
    assert check_curriculum(file).problems == ()


def test_an_own_step_stands_where_the_one_it_replaces_stood_and_is_awaited_instead(file):
    shipped = read_curriculum(None)
    waiting = next(step for step in shipped.steps if step.requires)
    old = next(step for step in shipped.steps if step.id == waiting.requires[0])
    names = ", ".join(f'"{name}"' for name in old.use_for)
    starts = ", ".join(f'"{name}"' for name in old.source)
    file.write_text(
        f'{HEAD}\n[[steps]]\nid = "ours"\ntitle = "Ours"\nfor = [{names}]\nfrom = [{starts}]\n'
        f'minutes = 20\nreplaces = ["{old.id}"]\n',
        encoding="utf-8",
    )
    ours = read_curriculum(file)
    expected = ["ours" if step.id == old.id else step.id for step in shipped.steps]
    assert [step.id for step in ours.steps] == expected
    assert "ours" in next(step for step in ours.steps if step.id == waiting.id).requires
    assert check_curriculum(file).problems == ()


def test_shipped_steps_follow_a_role_to_its_new_name(file):
    file.write_text(
        f'{HEAD}\n[[roles]]\nid = "our-lead"\ntitle = "Ours"\nneeds = {{}}\nreplaces = ["team-lead"]\n',
        encoding="utf-8",
    )
    shipped, ours = read_curriculum(None), read_curriculum(file)
    for_it = [step.id for step in shipped.steps if "team-lead" in step.use_for]
    from_it = [step.id for step in shipped.steps if "team-lead" in step.source]
    assert for_it
    assert from_it
    assert [step.id for step in ours.steps if "our-lead" in step.use_for] == for_it
    assert [step.id for step in ours.steps if "our-lead" in step.source] == from_it


def test_the_steps_of_a_gate_that_is_gone_are_gone_with_it(file):
    shipped = read_curriculum(None)
    gates = {gate.id for gate in shipped.role["tech-pm"].gates}
    file.write_text(
        f'{HEAD}\n[[roles]]\nid = "tech-pm"\ntitle = "Ours"\nneeds = {{}}\n', encoding="utf-8"
    )
    ours = read_curriculum(file)
    gone = [step.id for step in shipped.steps if set(step.use_for) <= gates]
    assert gone
    assert [step.id for step in shipped.steps if step.id not in gone] == [
        step.id for step in ours.steps
    ]
    assert check_curriculum(file).problems == ()


def test_sides_of_ones_own_stand_beside_the_shipped_ones(file):
    side = '[[sides]]\nid = "craft"\ntitle = "Craft"\n'
    skill = '[[skills]]\nid = "ours"\ntitle = "Ours"\nside = "craft"\n'
    file.write_text(f"{HEAD}\n{side}{skill}", encoding="utf-8")
    ours = read_curriculum(file)
    assert [*ours.side_titles] == ["ways-of-working", "power-skills", "business-acumen", "craft"]
    assert check_curriculum(file).problems == ()


def test_answers_steer_by_what_things_are_called_today(file):
    skill = 'id = "rule"\ntitle = "Rule"\nside = "business-acumen"\nreplaces = ["governance"]'
    role = 'id = "office-lead"\ntitle = "Office lead"\nneeds = {}\nreplaces = ["pmo-manager"]'
    own = an_own_exercise("own-01", 'replaces = ["gov-01"]')
    file.write_text(f"{HEAD}{own}\n[[skills]]\n{skill}\n[[roles]]\n{role}\n", encoding="utf-8")
    ours = read_curriculum(file)
    (decisions,) = [each for each in ours.prompts if each.id == "q06"]
    slow = next(each.effects for each in decisions.answers if each.id == "slow")
    assert (slow.weights["rule"], slow.first) == (1.3, ("own-01",))
    (office,) = [each for each in ours.profile if each.id == "pmo-type"]
    assert office.answers[0].effects.stands["office-lead"]["benefits"] == 1
    assert office.answers[1].effects.stands["senior-pmo-analyst"]["rule"] == 4
    answers = {each.where for each in check_curriculum(file).problems if "answers" in each.where}
    assert answers == set()
