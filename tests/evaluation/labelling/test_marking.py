from __future__ import annotations

from summarize.evaluation.gold.check import check_file

from .conftest import ARTICLE, CAPTAIN, HURT, SEE, WALL, Open, at, parts_of, quote


def test_by_mouse(label: Open) -> None:
    """A quotation dragged over with the mouse, its second part, its speaker, undone and done again: the file holds exactly that."""
    page = label()
    page.drag(SEE)
    page.keys("q")
    page.drag(HURT)
    page.keys("+")
    page.drag("Ida Öst")
    page.keys("s")
    page.keys("Control+z", "Control+z")
    assert page.page.locator(".row.on .parts li").all_text_contents() == [SEE]
    page.keys("Control+y", "Control+Shift+z")
    gold = page.save().gold
    assert parts_of(gold) == [at(SEE), at(HURT)]
    assert gold.quotes is not None
    assert [(one.speaker, one.aliases) for one in gold.quotes] == [("Ida Öst", ())]
    assert gold.model_fields_set == {"article", "id", "quotes"}
    assert check_file(page.session.path).found == ()


def test_by_tools(label: Open) -> None:
    """Every tool of the bar does with a click what its key does, and the selection stays until then."""
    page = label()
    for chosen, command in (
        ("Ida Öst", "person"),
        ("harbour board", "organisation"),
        ("captain", "group"),
        ("Åland", "place"),
    ):
        page.drag(chosen)
        page.page.click(f'[data-command="{command}"]')
    page.drag("cut two sailings")
    page.page.click('[data-command="background"]')
    gold = page.save().gold
    assert [(one.name, one.kind) for one in gold.who or ()] == [
        ("Ida Öst", "person"),
        ("harbour board", "organisation"),
        ("captain", "group"),
    ]
    assert [(one.name, one.main) for one in gold.where or ()] == [("Åland", True)]
    assert [(fact.any, fact.evidence[0].at) for fact in gold.background or ()] == [
        (("cut two sailings",), ARTICLE.index("cut two"))
    ]


def test_by_keys_alone(label: Open) -> None:
    """Without a mouse: to the article with Tab, from marks to marks, word by word, from label to label, into a field and back."""
    page = label()
    for _ in range(20):
        page.keys("Tab")
        if page.page.evaluate("document.activeElement.className") == "text":
            break
    page.keys("]")
    assert page.selected() == SEE
    page.keys("q", "]")
    assert page.selected() == HURT
    page.keys("+", "]")
    assert page.selected() == WALL
    page.keys("n", "u")
    assert page.selected() == CAPTAIN
    page.keys("q", "Home")
    assert page.selected() == "Öst"
    page.keys("s")
    page.keys("Home", "ArrowUp")
    page.keys("Home", *["ArrowRight"] * 10, "Shift+ArrowRight")
    assert page.selected() == "Ida Öst"
    page.keys("p", "Home", *["ArrowRight"] * 8, "Shift+ArrowRight", "r")
    page.keys("Escape", "ArrowRight")
    assert page.selected() == "Night"
    page.keys("ArrowDown", "ArrowUp", "ArrowDown", "Home")
    assert page.selected() == "HELMSEY"
    page.keys("l", *["j"] * 20, *["k"] * 20, "t")
    page.keys("Enter")
    gold_before = page.page.locator(".row.on").get_attribute("data-field")
    assert gold_before == "quotes"
    page.page.keyboard.insert_text("Ida Öst")
    page.keys("Escape")
    assert page.page.locator(".row.on").evaluate("row => row === document.activeElement")
    gold = page.save().gold
    assert parts_of(gold) == [at(SEE), at(HURT), at(CAPTAIN)]
    assert [one.speaker for one in gold.quotes or ()] == ["Ida Öst", "Öst"]
    assert [(one.text, one.at) for one in gold.not_quotes or ()] == [at(WALL)]
    assert [(one.name, one.roles) for one in gold.who or ()] == [("Ida Öst", ("harbour master",))]
    assert [one.name for one in gold.where or ()] == ["HELMSEY"]


def test_code_points(label: Open) -> None:
    """Places count code points: words behind emoji, selected by mouse and by keys, stand where the file says."""
    page = label()
    page.drag("😀")
    page.keys("a")
    page.drag("told reporters 🌫️. “Nobody")
    page.keys("f")
    page.keys("]")
    gold = page.save().gold
    assert gold.absent == ("😀",)
    assert gold.what is not None
    (evidence,) = gold.what[0].evidence
    assert ARTICLE[evidence.at : evidence.end] == evidence.text == "told reporters 🌫️. “Nobody"


def test_characters_more_and_less(label: Open) -> None:
    """A selection grows and shrinks by single characters at either end."""
    page = label()
    page.page.focus(".text")
    page.keys("]", "<", "<")
    assert page.selected() == f" “{SEE}"
    page.keys(">", ",", ",")
    assert page.selected() == f"“{SEE[:-2]}"
    page.keys(".")
    assert page.selected() == f"“{SEE[:-1]}"


def test_shrinking(label: Open) -> None:
    """Shift and an arrow backwards takes back what was selected, and goes on beyond where it began."""
    page = label()
    page.page.focus(".text")
    page.keys("End", "Home", "ArrowRight", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight")
    assert page.selected() == "stops over 😀 “sea"
    page.keys("Shift+ArrowLeft", "Shift+ArrowLeft")
    assert page.selected() == "stops"
    page.keys("Shift+ArrowLeft")
    assert page.selected() == "ferry stops"


def test_marks_are_left_off(label: Open) -> None:
    """A quotation selected with its marks, or only touched by the caret, is labelled without them, and its comma with it."""
    page = label()
    page.drag(f"“{SEE}”")
    page.keys("q")
    page.touch(CAPTAIN)
    page.keys("q")
    assert parts_of(page.save().gold) == [at(SEE), at(CAPTAIN)]


def test_said_or_not(label: Open) -> None:
    """`n` on a quotation makes it words that nobody says, and `q` makes it a quotation again."""
    page = label({"quotes": [quote(WALL, "Öst")], "not_quotes": []})
    page.touch(WALL)
    page.keys("n")
    assert page.page.locator("[data-field=quotes]").count() == 0
    page.keys("q", "Control+z")
    page.drag(SEE)
    page.keys("q")
    page.drag(HURT)
    page.keys("q")
    page.drag(CAPTAIN)
    page.keys("q")
    gold = page.save().gold
    assert parts_of(gold) == [at(SEE), at(HURT), at(CAPTAIN)]
    assert [(one.text, one.at) for one in gold.not_quotes or ()] == [at(WALL)]


def test_unlabelled_marks(label: Open) -> None:
    """Words in quotation marks that no label holds are counted and listed as soon as both lists are labelled; a click goes there."""
    page = label({"quotes": [quote(SEE, "Ida Öst")], "not_quotes": []})
    open_ = page.page.locator("#open")
    assert "3 runs in quotation marks are in no label" in (open_.text_content() or "")
    assert page.page.text_content("#loose") == "3 unlabelled"
    open_.locator("button", has_text=WALL).click()
    assert page.selected() == WALL
    page.keys("n", "u")
    assert page.selected() == CAPTAIN
    page.keys("q", "u")
    assert page.selected() == HURT
    page.keys("q")
    assert open_.text_content() == ""
    assert page.page.locator("#loose").is_hidden()


def test_names_stand_everywhere(label: Open) -> None:
    """A participant is marked wherever the article has one of the names, a longer name as one mark."""
    page = label({"who": [{"name": "Ida Öst", "aliases": ["Öst"]}]})
    assert page.page.locator(".text .who").all_text_contents() == ["Ida Öst", "Öst"]
