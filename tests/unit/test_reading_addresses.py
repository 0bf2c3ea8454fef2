"""Which addresses a link may lead to."""

import ipaddress

import pytest

from reconciler.reading.addresses import is_public


@pytest.mark.parametrize(
    "address",
    """
    0.0.0.0 10.1.2.3 100.64.0.1 100.100.100.200 127.0.0.1 127.8.8.8 168.63.129.16 169.254.169.254 172.16.0.1
    172.31.255.255 192.0.0.192 192.0.2.1 192.168.0.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.1.1.1
    240.0.0.1 255.255.255.255 :: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254
    64:ff9b::10.0.0.1 64:ff9b::127.0.0.1 64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1:: 2002:a00:1::
    fc00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1 3fff::1 5f00::1
    """.split(),  # noqa: SIM905  # a list of so many is easier to read so
)
def test_addresses_that_no_link_may_lead_to(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address), 80)


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1",
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "2a00:1450:4007:80c::200e",
        "2606:4700::1111",
        "64:ff9b::8.8.8.8",
        "2002:808:808::",
        "::ffff:8.8.8.8",
    ],
)
def test_addresses_of_the_public_internet(address: str) -> None:
    assert is_public(ipaddress.ip_address(address), 443)
