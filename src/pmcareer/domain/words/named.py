"""What a word means, once it is found."""

from pmcareer.domain.curriculum.items import Item
from pmcareer.domain.ground.frozen import frozen


@frozen
class Named:
    """An item and what kind of thing it is."""

    kind: str
    item: Item
