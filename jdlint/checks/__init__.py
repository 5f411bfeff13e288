"""Kinds of check that a rule file may name, one module each; every algorithm lives here.

`check: {fact: {name: reporting, status: missing}}` builds the `Check` of `jdlint/checks/fact.py`: a frozen dataclass
whose fields are the YAML keys, called with a document for its hits. Its `promised` names the values of a hit, which a
rule's message may quote; what does not fit together is a `JdlintError` raised on construction.
"""
