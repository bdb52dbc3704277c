"""The process that makes letters, ended when nobody may read them any more."""


def end() -> None:
    """End it, and all it was told; the next letter starts another."""
    from casedesk.documents import child

    child.close()
