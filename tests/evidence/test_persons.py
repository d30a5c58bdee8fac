"""Rules of the NLP models of other languages, which find people."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.article import Article
from summarize.errors import ConfigurationError
from summarize.evidence import persons
from summarize.evidence.find import find
from summarize.evidence.official import NlpModel, compare, model_table, verify_model
from summarize.evidence.syntax import load

ROOT = Path(__file__).parents[2]
TEXT = (
    "Le conseil a voté lundi. Le maire de Lyon, Paul Lenoir, était absent, comme Mme Anne Dubreuil. "
    "« Nous recommencerons en mars », a promis Jeanne Pillon."
)


RUSSIAN = (
    "Мэр Ольга Ветрова встретилась с Игорем Лапшиным. Позднее Ольгу Ветрову видели в парке. "
    "«Я рад этой встрече», — сказал Игорь Лапшин."
)


RAN = "raise SystemExit('ran')"


def article(text: str = TEXT, language: str = "fr") -> Article:
    return Article(text=text, language=language, published="2026-11-24", published_from="option")


def _package() -> Path:
    """The folder of the French model, without which these tests say nothing: it is an extra of 46 MB that CI installs, and a user need not have."""
    spec = importlib.util.find_spec(model_table("fr").package)
    if spec is None:
        pytest.skip("the extra [nlp-fr] is not installed")
    return Path(str(spec.origin)).parent


@pytest.fixture
def package() -> Path:
    """The folder of the French model."""
    return _package()


@pytest.fixture(scope="module")
def french(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The same package first on the path, with code that ends whoever runs it; loaded once, by whichever test asks first."""
    package = _package()
    copied = tmp_path_factory.mktemp("packages") / package.name
    shutil.copytree(package, copied, ignore=shutil.ignore_patterns("__pycache__", "lemmatizer"))
    (copied / "__init__.py").write_text(RAN, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(copied.parent)
        persons.person_model.cache_clear()
        yield copied


@pytest.fixture
def missing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The French model is not installed."""
    find_spec = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name, *_: None if "fr_core" in name else find_spec(name))
    persons.person_model.cache_clear()
    yield
    persons.person_model.cache_clear()


@pytest.mark.parametrize("language", ["en", *persons.languages_with_models()])
def test_a_table_of_a_model_is_whole(language: str) -> None:
    """Every value of a model's table can be read, and names the files whose weights are checked."""
    table = model_table(language)
    table.read_all()
    assert isinstance(table, NlpModel)
    assert any("ner" in name for name in table.weights)
    assert ("config.cfg" in table.rest) == ("spacy" in table.needs or language == "en")


def test_nothing_of_the_package_is_imported(french: Path) -> None:
    """The package on the path is looked at and its data loaded; its code never runs, which would end this test."""
    spec = importlib.util.find_spec(french.name)
    assert spec is not None
    assert Path(str(spec.origin)).parent == french
    assert (french / "__init__.py").read_text(encoding="utf-8") == RAN
    model = persons.person_model("fr")
    assert model is not None
    assert model.name == "fr_core_news_md 3.8.0"


@pytest.mark.usefixtures("french")
def test_people_who_say_nothing_are_participants() -> None:
    """With the model a French card has the people whom its article names in full, without their titles; by rules those who speak alone."""
    with_model, by_rules = find(article(), load()), find(article())
    assert [each.name for each in with_model.participants] == ["Paul Lenoir", "Anne Dubreuil", "Jeanne Pillon"]
    assert [each.name for each in by_rules.participants] == ["Jeanne Pillon"]
    assert (with_model.syntax, by_rules.syntax) == ("fr_core_news_md 3.8.0", None)
    assert with_model.quotations == tuple(each.model_copy(update={"participant": 3}) for each in by_rules.quotations)


def test_cases_of_a_name_are_one_person() -> None:
    """In Russian a name in two cases is one participant's, in the form in which it says something; by rules there are those who speak alone."""
    if persons.installed_model("ru") is None:
        pytest.skip("the extra [nlp-ru] is not installed")
    found = find(article(RUSSIAN, "ru"), load())
    forms = {
        each.name: [RUSSIAN[span.start : span.end] for span in (found.mentions[at - 1].span for at in each.mentions)]
        for each in found.participants
    }
    assert forms == {
        "Ольга Ветрова": ["Ольга Ветрова", "Ольгу Ветрову"],
        "Игорь Лапшин": ["Игорем Лапшиным", "Игорь Лапшин"],
    }
    assert [each.participant for each in found.quotations] == [2]
    assert found.syntax == "natasha 1.6.0"
    assert [each.name for each in find(article(RUSSIAN, "ru")).participants] == ["Игорь Лапшин"]


@pytest.mark.usefixtures("missing")
def test_without_its_model_a_language_is_read_by_rules() -> None:
    """Where a language's model is not installed, its articles are read by rules, and nothing else is loaded in its place."""
    assert find(article(), load()) == find(article())
    assert persons.read_with("en_core_web_sm 3.8.0", "fr") == "en_core_web_sm 3.8.0"


@pytest.mark.usefixtures("package")
def test_what_is_kept_depends_on_the_model_of_the_language() -> None:
    """Findings of a French article are found anew once the French model is there; those of others, and those by rules, are not."""
    assert persons.read_with("en_core_web_sm 3.8.0", "fr") == "en_core_web_sm 3.8.0 fr_core_news_md 3.8.0"
    assert persons.read_with("en_core_web_sm 3.8.0", "de") == "en_core_web_sm 3.8.0"
    assert persons.read_with("en_core_web_sm 3.8.0", "en") == "en_core_web_sm 3.8.0"
    assert persons.read_with(None, "fr") is None


@pytest.mark.parametrize("name", ["ner/model", "vocab/vectors", "tokenizer", "config.cfg"])
def test_one_changed_byte_is_refused(package: Path, tmp_path: Path, name: str) -> None:
    """A model of which one file differs from the official one by a byte is refused before it is loaded, naming the file and the way out."""
    copied = Path(
        shutil.copytree(package, tmp_path / package.name, ignore=shutil.ignore_patterns("__pycache__", "lemmatizer"))
    )
    assert verify_model(copied, whole=True, language="fr").parent == copied
    [path] = copied.glob(f"*-*/{name}")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(ConfigurationError, match=name) as caught:
        verify_model(copied, whole=True, language="fr")
    assert "nlp-fr" in str(caught.value)
    assert caught.value.exit_code == 3


@pytest.mark.parametrize("name", list(model_table("ru").weights))
def test_a_changed_file_of_the_russian_model_is_refused(tmp_path: Path, name: str) -> None:
    """Word vectors and model of Russian are compared with their digests as well, each of them."""
    table = model_table("ru")
    spec = importlib.util.find_spec(table.package)
    if spec is None:
        pytest.skip("the extra [nlp-ru] is not installed")
    for each in table.weights:
        (tmp_path / each).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(Path(str(spec.origin)).parent / each, tmp_path / each)
    compare(tmp_path, table.weights, table)
    data = bytearray((tmp_path / name).read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ConfigurationError, match="nlp-ru"):
        compare(tmp_path, table.weights, table)
