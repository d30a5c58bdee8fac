"""Which addresses are public. Nothing else may be connected to.

The lists are of our own, from the IANA registries of special-purpose addresses: `ipaddress.is_global` of Python 3.11 also holds for
multicast, for the prefixes that carry an IPv4 address inside (NAT64, 6to4, Teredo, v4-compatible), and for a cloud's own addresses.
"""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv6Address, IPv6Network, ip_address, ip_network

PORTS = frozenset({80, 443})
_HERE = "this machine"
_PRIVATE = "a private network"
_LINK = "a link-local network, where clouds keep their secrets"
_RESERVED = "a reserved address"
_MULTICAST = "many machines at once (multicast)"
_INSIDE = "an IPv4 address inside an IPv6 one"

_IPV4 = {
    _HERE: "0.0.0.0/8 127.0.0.0/8",
    # A provider's own (CGNAT) with Alibaba's 100.100.100.200 among them.
    _PRIVATE: "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10",
    # The second is Azure's, though of a public range.
    _LINK: "169.254.0.0/16 168.63.129.16/32",
    # 192.88.99.0 are relays of 6to4, withdrawn.
    _RESERVED: "192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4",
    _MULTICAST: "224.0.0.0/4",
}
_IPV6 = {
    _HERE: "::/128 ::1/128",
    # Mapped, compatible and translated ones, NAT64 and a network's own, 6to4, Teredo.
    _INSIDE: "::ffff:0:0/96 ::/96 ::ffff:0:0:0/96 64:ff9b::/96 64:ff9b:1::/48 2002::/16 2001::/32",
    _RESERVED: "2001::/23 2001:db8::/32 3fff::/20 2620:4f:8000::/48",
    _PRIVATE: "fc00::/7 fec0::/10",
    _LINK: "fe80::/10",
    _MULTICAST: "ff00::/8",
}
_NETWORKS = [
    (ip_network(net), words) for table in (_IPV4, _IPV6) for words, nets in table.items() for net in nets.split()
]
_GLOBAL = IPv6Network("2000::/3")
"""All that has ever been given out as global unicast: what is outside has no public host, whatever is invented for it."""


def leads_to(address: str) -> str | None:
    """Where an address leads that is not public, in words; None for a public one.

    Args:
        address: an IPv4 or IPv6 address as it would be connected to. Anything else leads nowhere public.
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return _RESERVED
    if isinstance(parsed, IPv6Address) and parsed.scope_id is not None:
        return _LINK
    words = next((words for network, words in _NETWORKS if parsed in network), None)
    return words or (_RESERVED if isinstance(parsed, IPv6Address) and parsed not in _GLOBAL else None)


@dataclass(frozen=True, slots=True)
class Reach:
    """What may be connected to: public addresses at the ports of the web."""

    trusted: frozenset[tuple[str, int]] = frozenset()
    """For tests alone: addresses with a port that may be connected to all the same."""

    @property
    def ports(self) -> frozenset[int]:
        """The ports that the address of a page may name."""
        return PORTS | {port for _, port in self.trusted}

    def refuses(self, address: str, port: int) -> str | None:
        """Where a connection would lead that is not made, in words; None if it may be made."""
        if (address, port) in self.trusted:
            return None
        return leads_to(address) or (None if port in PORTS else "a port other than 80 and 443")


PUBLIC = Reach()
