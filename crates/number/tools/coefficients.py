"""Prints the polynomial coefficients and constants of src/elementary.

Each polynomial interpolates its function at Chebyshev points, which is close to the best possible polynomial of that
degree. Needs mpmath. Run: python3 coefficients.py
"""

import struct

from mpmath import atanh, cos, exp, floor, ln, mp, mpf, pi, sin, sqrt, taylor

mp.prec = 400


def interpolate(f, low, high, degree):
    """Coefficients, lowest first, of the polynomial through f at the Chebyshev points of [low, high]."""
    n = degree + 1
    nodes = [(low + high) / 2 + (high - low) / 2 * cos(pi * (2 * i + 1) / (2 * n)) for i in range(n)]
    table = [f(x) for x in nodes]
    for level in range(1, n):
        for i in range(n - 1, level - 1, -1):
            table[i] = (table[i] - table[i - 1]) / (nodes[i] - nodes[i - level])
    out = [mpf(0)] * n
    for i in range(n - 1, -1, -1):
        shifted = [mpf(0)] + out[:-1]
        out = [s - nodes[i] * o for s, o in zip(shifted, out)]
        out[0] += table[i]
    return out


def series(coefficients):
    """A power series, for points where the closed form would cancel."""
    def f(x):
        total = mpf(0)
        for c in reversed(coefficients):
            total = total * x + c
        return total
    return f


def show(name, f, low, high, degree, weight):
    """Prints a polynomial and its largest error times weight(x)."""
    c = [float(v) for v in interpolate(f, low, high, degree)]
    worst = 0
    for i in range(2001):
        x = low + (high - low) * i / 2000
        p = mpf(0)
        for v in reversed(c):
            p = p * x + v
        worst = max(worst, abs(p - f(x)) * weight(x))
    print(f"{name}  (error {float(worst):.2e} = 2^{float(ln(worst) / ln(2)) if worst else 0:.1f})")
    for v in c:
        print(f"    {v!r},")


def bits(x):
    return "0x" + struct.pack(">d", float(x)).hex()


def parts(name, value, widths):
    """Splits a constant into parts of so many bits; the last one is a plain rounding."""
    rest = value
    for i, width in enumerate(widths):
        if width == 53:
            part = mpf(float(rest))
        else:
            e = int(floor(ln(abs(rest)) / ln(2)))
            step = mpf(2) ** (e - width + 1)
            part = floor(rest / step) * step
        print(f"{name}[{i}] {bits(part)} {float(part)!r}")
        rest -= part


N = 60
fact = [mpf(1)]
for i in range(1, 80):
    fact.append(fact[-1] * i)

h = ln(2) / 2 * mpf("1.0001")
z_max = ((sqrt(2) - 1) / (sqrt(2) + 1)) ** 2 * mpf("1.0001")
quarter = (pi / 4) ** 2 * mpf("1.0001")

show("exp: (e^r - 1 - r) / r^2", series([1 / fact[k + 2] for k in range(N)]), -h, h, 10, lambda r: r * r)
show("ln: (2 atanh(s) - 2 s) / s^3 in s^2", series([mpf(2) / (2 * k + 3) for k in range(N)]), mpf(0), z_max, 6,
     lambda z: z)
show("power: (2 atanh(s) - 2 s - 2 s^3 / 3) / s^5 in s^2", series([mpf(2) / (2 * k + 5) for k in range(N)]), mpf(0),
     z_max, 7, lambda z: z * z)
show("sin: (sin r - r) / r^3 in r^2", series([(-1) ** (k + 1) / fact[2 * k + 3] for k in range(N // 2)]), mpf(0),
     quarter, 5, lambda z: z)
show("cos: (cos r - 1 + r^2 / 2) / r^4 in r^2", series([(-1) ** k / fact[2 * k + 4] for k in range(N // 2)]), mpf(0),
     quarter, 5, lambda z: z * z)

print("1/ln2", bits(1 / ln(2)), repr(float(1 / ln(2))))
print("2/pi", bits(2 / pi), repr(float(2 / pi)))
print("sqrt(1/2)", bits(sqrt(mpf(1) / 2)))
parts("ln2", ln(2), [41, 53])
parts("two thirds", mpf(2) / 3, [53, 53])
parts("pi/2", pi / 2, [32, 32, 32, 53])
