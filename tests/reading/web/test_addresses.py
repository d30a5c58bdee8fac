from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.reading.web.addresses import PUBLIC, Reach, leads_to

PRIVATE = """
0.0.0.0 0.1.2.3 127.0.0.1 127.255.255.254 10.0.0.1 10.255.255.255 172.16.0.1 172.31.255.255 192.168.0.1 192.168.255.255
100.64.0.1 100.100.100.200 100.127.255.255 169.254.169.254 169.254.0.1 168.63.129.16 192.0.0.1 192.0.0.192 192.0.2.1 192.88.99.1
198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
:: ::1 ::2 ::127.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::ffff:0:8.8.8.8 64:ff9b::7f00:1 64:ff9b::808:808 64:ff9b:1::1
2002:7f00:1:: 2002:808:808::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:10::1 2001:20::1 2001:db8::1 3fff::1 2620:4f:8000::1
100::1 fc00::1 fd00:ec2::254 fec0::1 fe80::1 fe80::1%eth0 2606:4700::1%1 ff02::1 ff0e::1 5f00::1 4000::1 8000::1 200::1
""".split()
OPEN = """
1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 168.63.129.15 168.63.129.17
169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0 192.0.3.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0
223.255.255.255 2606:4700:4700::1111 2a00:1450:4001:81b::200e 2001:4860:4860::8888 2001:200::1 2400:cb00::1 3ffe:ffff::1
""".split()


@pytest.mark.parametrize("address", PRIVATE)
def test_not_public(address: str) -> None:
    """Nothing that could be this machine, a network of its own, a cloud's secrets, or one of these inside another address is public."""
    assert leads_to(address)


@pytest.mark.parametrize("address", OPEN)
def test_public(address: str) -> None:
    """What is next to a range that is not public is, as is any ordinary address."""
    assert leads_to(address) is None


@pytest.mark.parametrize(
    "text",
    ["", "localhost", "127.1", "0x7f000001", "2130706433", "0177.0.0.1", "1.2.3", "１.1.1.1", "1.1.1.1 ", "[::1]"],
)
def test_no_address(text: str) -> None:
    """What is no address in its usual spelling leads nowhere public."""
    assert leads_to(text)


@given(st.ip_addresses(v=4).map(str))
def test_agrees_with_python_on_ipv4(address: str) -> None:
    """An IPv4 address that Python knows as special is not public; one that it does not is, but for three ranges of ours."""
    known = ipaddress.IPv4Address(address)
    ours = address == "168.63.129.16" or address.startswith(("192.0.0.", "192.88.99."))
    special = not known.is_global or known.is_multicast or known.is_reserved
    assert (leads_to(address) is None) == (not special and not ours)


@given(st.ip_addresses(v=6))
def test_agrees_with_python_on_ipv6(address: ipaddress.IPv6Address) -> None:
    """An IPv6 address that Python knows as special is not public, whatever else is not."""
    special = (
        not address.is_global
        or address.is_multicast
        or address.is_reserved
        or address.is_link_local
        or address.is_site_local
    )
    if special or address.ipv4_mapped or address.sixtofour or address.teredo:
        assert leads_to(str(address))


@given(st.ip_addresses(v=6, network="2000::/3"))
def test_ordinary_ipv6_is_public(address: ipaddress.IPv6Address) -> None:
    """What has been given out as global unicast is public, but for the ranges that are special within it."""
    special = "2001::/23 2001:db8::/32 2002::/16 3fff::/20 2620:4f:8000::/48".split()
    assert (leads_to(str(address)) is None) == (
        not any(address in ipaddress.IPv6Network(network) for network in special)
    )


@given(st.ip_addresses(v=4), st.sampled_from(["::ffff:", "::", "64:ff9b::", "::ffff:0:"]))
def test_ipv4_inside_ipv6(address: ipaddress.IPv4Address, prefix: str) -> None:
    """An IPv4 address inside an IPv6 one is never public, not even a public one: nobody needs it."""
    assert leads_to(f"{prefix}{address}")


@given(st.text(max_size=40))
def test_never_raises(text: str) -> None:
    """Whatever is asked about has an answer."""
    leads_to(text)


def test_reach() -> None:
    """A trusted address is let through at its port alone, and lets nothing else through."""
    reach = Reach(frozenset({("127.0.0.1", 8080)}))
    assert reach.refuses("127.0.0.1", 8080) is None
    assert reach.refuses("127.0.0.1", 80)
    assert reach.refuses("127.0.0.2", 8080)
    assert reach.refuses("8.8.8.8", 8080)
    assert reach.refuses("8.8.8.8", 443) is None
    assert PUBLIC.refuses("127.0.0.1", 8080)
