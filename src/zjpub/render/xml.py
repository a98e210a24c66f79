"""Elements of the XML vocabularies we write. Text only ever enters through them, so that none of it becomes mark-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from zjpub.render.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

XML = "http://www.w3.org/XML/1998/namespace"


class Maker:
    """Makes elements: `make("p", {"class": "x"}, "text", child)`. `p:q` takes the namespace of prefix `p`, a bare name
    that of prefix None, or none."""

    def __init__(self, namespaces: Mapping[str | None, str]) -> None:
        self._namespaces = {**namespaces, "xml": XML}

    def __call__(
        self, tag: str, attributes: Mapping[str, str] | None = None, *children: str | etree._Element
    ) -> etree._Element:
        used = {prefix: uri for prefix, uri in self._namespaces.items() if prefix != "xml"}
        element = etree.Element(self._name(tag), nsmap=used)  # type: ignore[arg-type]
        for name, value in (attributes or {}).items():
            element.set(self._attribute(name), printable(value))
        extend(element, children)
        return element

    def _name(self, tag: str) -> str:
        prefix, _, local = tag.rpartition(":")
        namespace = self._namespaces.get(prefix or None)
        return f"{{{namespace}}}{local}" if namespace else local

    def _attribute(self, name: str) -> str:
        return self._name(name) if ":" in name else name


def extend(element: etree._Element, children: Iterable[str | etree._Element]) -> None:
    """Append text and elements, in order."""
    for child in children:
        if not isinstance(child, str):
            element.append(child)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + printable(child)
        else:
            element.text = (element.text or "") + printable(child)


def document(root: etree._Element, doctype: str = "") -> bytes:
    """The file: declaration, document type, elements."""
    etree.cleanup_namespaces(root)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n' + (f"{doctype}\n" if doctype else "")
    return head.encode() + etree.tostring(root, encoding="utf-8", xml_declaration=False) + b"\n"
