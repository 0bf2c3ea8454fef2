"""Which addresses of the network a link may lead to: those of the public internet alone.

A page that somebody sends could otherwise make the program ask a router, a printer or a cloud's
metadata service for its secrets. The blocks are those of IANA's registries for special purposes
(RFC 6890 and later), spelt out: what Python calls global differs from version to version.
"""

import ipaddress
from collections.abc import Callable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Allows = Callable[[Address, int], bool]
"""Says whether an address and port may be reached."""

_REFUSED = tuple(
    ipaddress.ip_network(block)
    for block in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carriers' own
        "127.0.0.0/8",  # this machine
        "168.63.129.16/32",  # Azure's service for its own machines
        "169.254.0.0/16",  # this link; the metadata of clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocols' own
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # protocols' own
        "192.52.193.0/24",  # protocols' own
        "192.88.99.0/24",  # relays to IPv6, given up
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # protocols' own
        "198.18.0.0/15",  # measurements
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # many at once
        "240.0.0.0/4",  # reserved; everybody
        "2001::/23",  # tunnels and protocols' own
        "2001:db8::/32",  # documentation
        "2620:4f:8000::/48",  # protocols' own
        "3fff::/20",  # documentation
    )
)
_PUBLIC_IPV6 = ipaddress.IPv6Network("2000::/3")
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(address: Address, port: int) -> bool:
    """Say whether an address belongs to the public internet; an IPv4 address inside of another counts too."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = _ipv4_inside(address)
        if inner is not None:
            return is_public(inner, port)
        if address not in _PUBLIC_IPV6:
            return False
    return 0 < port < 1 << 16 and not any(
        address in block for block in _REFUSED if block.version == address.version
    )


def _ipv4_inside(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that an IPv6 address leads to: mapped, translated (NAT64) or by 6to4."""
    if address in _TRANSLATED:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
