using Gpu.Workflow.Sound;

namespace Gpu.Workflow.Avatars.Moving;

/// <summary>How far the eyes are open.</summary>
internal enum Eyes : byte
{
    /// <summary>Open.</summary>
    Open,

    /// <summary>Half closed.</summary>
    Half,

    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>When the eyes blink: every 2 to 6 seconds, as people do who talk, now and then twice.</summary>
internal static class Blinks
{
    private const double First = 0.9;
    private const double Least = 2;
    private const double Spread = 4;
    private const int TwiceOutOf = 7;
    private const double Again = 0.32;

    // Lids fall faster than they rise.
    private const double Falling = 0.034;
    private const double Shut = 0.1;
    private const double Risen = 0.167;

    /// <summary>Writes the eyes of all frames.</summary>
    /// <param name="eyes">One a frame.</param>
    /// <param name="framesPerSecond">Frames a second.</param>
    /// <param name="random">When.</param>
    public static void Write(Span<Eyes> eyes, int framesPerSecond, SeededRandom random)
    {
        var length = (double)eyes.Length / framesPerSecond;
        for (var at = First + (random.NextDouble() * Least); at < length; at += Least + (Spread * random.NextDouble()))
        {
            Blink(eyes, framesPerSecond, at);
            if (random.Next(TwiceOutOf) == 0)
            {
                at += Again;
                Blink(eyes, framesPerSecond, at);
            }
        }
    }

    private static void Blink(Span<Eyes> eyes, int framesPerSecond, double at)
    {
        var start = (int)Math.Round(at * framesPerSecond);
        for (var frame = start; frame < eyes.Length; frame++)
        {
            var age = (double)(frame - start) / framesPerSecond;
            if (age >= Risen)
            {
                break;
            }

            eyes[frame] = age < Falling ? Eyes.Half : age < Shut ? Eyes.Closed : Eyes.Half;
        }
    }
}
