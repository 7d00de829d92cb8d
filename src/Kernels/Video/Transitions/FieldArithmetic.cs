namespace Gpu.Kernels.Video.Transitions;

/// <summary>The integer functions of transitions, each with the same bits on every device.</summary>
internal static class FieldArithmetic
{
    /// <summary>Bits between the units of places (2^-28) and those of shares (2^-15).</summary>
    public const int Fine = 13;

    /// <summary>1 in units of places.</summary>
    public const int One = 1 << 28;

    /// <summary>Rotations of <see cref="Angle"/>.</summary>
    public const int Rotations = 15;

    /// <summary>Smoothstep of 0..2^15, in the same units.</summary>
    public static int Smoothstep(int t) => (((((t * t) + 16384) >> 15) * (98304 - (2 * t))) + 16384) >> 15;

    /// <summary>The root of 0 to 2^30 - 1, rounded down: a bit of the result at a time, without division.</summary>
    public static int Root(int square)
    {
        var root = 0;
        for (var bit = 1 << 14; bit > 0; bit >>= 1)
        {
            var next = root | bit;
            root = next * next <= square ? next : root;
        }

        return root;
    }

    /// <summary>
    /// atan2(<paramref name="x"/>, <paramref name="y"/>) in units of 2^-28, 0 in the middle, by CORDIC (Volder 1959) in
    /// vectoring mode: within 1e-4 for coordinates that the shift brings to 2^24 or more.
    /// </summary>
    public static int Angle(int x, int y, int shift)
    {
        int along = Math.Abs(y) << shift, across = Math.Abs(x) << shift, angle = 0;
        for (var i = 0; i < Rotations; i++)
        {
            // All ones where the vector lies before the axis.
            var sign = across >> 31;
            int turnAlong = along >> i, turnAcross = across >> i;
            along += (turnAcross ^ sign) - sign;
            across -= (turnAlong ^ sign) - sign;
            angle += (Turn(i) ^ sign) - sign;
        }

        angle = (x | y) == 0 ? 0 : angle;
        angle = y < 0 ? Pi - angle : angle;
        return x < 0 ? -angle : angle;
    }

    /// <summary>15 bits that look random, of a pixel's place: the mixer of C. Wellons' lowbias32.</summary>
    public static int Noise(int x, int y)
    {
        unchecked
        {
            var bits = (uint)x + ((uint)y * 0x9E3779B1u);
            bits = (bits ^ (bits >> 16)) * 0x7FEB352Du;
            bits = (bits ^ (bits >> 15)) * 0x846CA68Bu;
            return (int)((bits ^ (bits >> 16)) >> 17);
        }
    }

    /// <summary><see cref="Turn"/> of all rotations, for the host: kernels have no arrays.</summary>
    public static ReadOnlySpan<int> Turns =>
    [
        210828714, 124459457, 65760959, 33381290, 16755422, 8385879, 4193963, 2097109, 1048571, One >> 9, One >> 10, One >> 11, One >> 12, One >> 13, One >> 14,
    ];

    /// <summary>atan(2^-i); from i = 9 on it is 2^-i within 2^-28.</summary>
    public static int Turn(int i) => i switch
    {
        0 => 210828714,
        1 => 124459457,
        2 => 65760959,
        3 => 33381290,
        4 => 16755422,
        5 => 8385879,
        6 => 4193963,
        7 => 2097109,
        8 => 1048571,
        _ => One >> i,
    };

    /// <summary>A half turn.</summary>
    public const int Pi = 843314857;
}
