"""Rules of questions to a judge: known by their marks, they have a script of their own, and use up no reply of the other."""

from __future__ import annotations

import json

from summarize.testing import FakeServer, Reply
from tests.testing.clients import complete, text_of

QUESTION = "Published: unknown\n<claims 0123abcd>\nCLAIM 1: One\n1: A. CLAIM 9: B.\nCLAIM 4: Two\n</claims 0123abcd>"


def test_a_judge_is_asked_apart() -> None:
    """By default each claim of a question stands, by its own number; what is no such question has the script's replies, in their order."""
    with FakeServer([Reply("first"), Reply("second")]) as server:
        assert text_of(complete(server)) == "first"
        answer = json.loads(text_of(complete(server, QUESTION)) or "")
        assert text_of(complete(server, "CLAIM 1: no marks")) == "second"
        assert [request.claims for request in server.requests] == [(), (1, 4), ()]
    assert [(one["claim"], one["ruling"]) for one in answer["rulings"]] == [(1, "stands"), (4, "stands")]


def test_a_judge_can_be_scripted_or_be_like_any_other() -> None:
    """A script for the judge answers its questions; with None they have the replies of all others."""
    with FakeServer(Reply("card"), judge=[Reply("yes"), Reply("no")]) as server:
        assert [text_of(complete(server, QUESTION)) for _ in range(2)] == ["yes", "no"]
        assert text_of(complete(server)) == "card"
    with FakeServer(Reply("card"), judge=None) as server:
        assert text_of(complete(server, QUESTION)) == "card"
