namespace Gpu.Workflow.Avatars.Speaking;

/// <summary>Makes a row of shapes calm: none is seen so shortly that it flickers, and those that the eye waits for are seen.</summary>
internal static class MouthRuns
{
    /// <summary>How many frames a shape is seen at the least: two at 30 frames a second.</summary>
    public static int Shortest(int framesPerSecond) => Math.Max(1, (int)Math.Round(framesPerSecond / 15.0));

    /// <summary>Whether an eye misses a shape that is left out: lips that do not meet in a "b" are what gives dubbing away.</summary>
    public static bool IsKey(Viseme shape) => shape is Viseme.Pressed or Viseme.Lip;

    /// <summary>Lengthens key shapes that are too short, and gives other short ones to a neighbour.</summary>
    /// <param name="shapes">One a frame; changed.</param>
    /// <param name="framesPerSecond">Frames a second.</param>
    public static void Calm(Span<Viseme> shapes, int framesPerSecond)
    {
        var shortest = Shortest(framesPerSecond);
        for (var at = 0; at < shapes.Length; at = End(shapes, at))
        {
            if (IsKey(shapes[at]))
            {
                Lengthen(shapes, at, shortest);
            }
        }

        // Pauses within a line are shorter than a breath: a mouth that rests in each of them twitches.
        var breath = Math.Max(shortest, (int)Math.Round(0.1 * framesPerSecond));
        for (var at = 0; at < shapes.Length;)
        {
            var end = End(shapes, at);
            var least = shapes[at] == Viseme.Rest ? breath : shortest;
            if (end - at < least && !IsKey(shapes[at]) && Neighbour(shapes, at, end) is { } shape)
            {
                shapes[at..end].Fill(shape);

                // One with its neighbour now, it may still be too short: it is looked at again.
                at = Start(shapes, at);
                continue;
            }

            at = end;
        }
    }

    /// <summary>Puts a half open mouth between a closed one and a wide open one, where there is time.</summary>
    /// <param name="shapes">One a frame; changed.</param>
    /// <param name="framesPerSecond">Frames a second.</param>
    public static void Between(Span<Viseme> shapes, int framesPerSecond)
    {
        var (shortest, step) = (Shortest(framesPerSecond), Math.Max(1, (int)Math.Round(framesPerSecond / 30.0)));
        for (var at = End(shapes, 0); at < shapes.Length;)
        {
            var (end, before) = (End(shapes, at), shapes[at - 1]);
            var between = (before, shapes[at]) switch
            {
                (Viseme.Rest or Viseme.Pressed or Viseme.Teeth or Viseme.Lip, Viseme.Wide) => Viseme.Open,
                (Viseme.Pucker, Viseme.Wide) or (Viseme.Wide, Viseme.Pucker) => Viseme.Round,
                (Viseme.Wide, Viseme.Rest) => Viseme.Open,
                _ => (Viseme?)null,
            };
            if (between is { } shape && end - at >= shortest + step)
            {
                shapes.Slice(at, step).Fill(shape);
            }

            at = end;
        }
    }

    private static void Lengthen(Span<Viseme> shapes, int at, int shortest)
    {
        var (end, shape) = (End(shapes, at), shapes[at]);
        while (end - at < shortest && end < shapes.Length && !IsKey(shapes[end]) && shapes[end] != Viseme.Rest)
        {
            shapes[end++] = shape;
        }

        while (end - at < shortest && at > 0 && !IsKey(shapes[at - 1]))
        {
            shapes[--at] = shape;
        }
    }

    // The longer one; not a key shape, which is as long as it has to be, nor rest, where there is another.
    private static Viseme? Neighbour(ReadOnlySpan<Viseme> shapes, int at, int end)
    {
        var before = at > 0 && !IsKey(shapes[at - 1]) ? at - Start(shapes, at - 1) : 0;
        var after = end < shapes.Length && !IsKey(shapes[end]) ? End(shapes, end) - end : 0;
        var first = before > 0 && (before >= after || shapes[end] == Viseme.Rest) && !(after > 0 && shapes[at - 1] == Viseme.Rest);
        return first ? shapes[at - 1] : after > 0 ? shapes[end] : before > 0 ? shapes[at - 1] : null;
    }

    private static int Start(ReadOnlySpan<Viseme> shapes, int at)
    {
        var start = shapes[..at].LastIndexOfAnyExcept(shapes[at]);
        return start + 1;
    }

    private static int End(ReadOnlySpan<Viseme> shapes, int at)
    {
        var end = shapes[at..].IndexOfAnyExcept(shapes[at]);
        return end < 0 ? shapes.Length : at + end;
    }
}
