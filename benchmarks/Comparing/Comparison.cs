using System.Globalization;

namespace Gpu.Benchmarks.Comparing;

/// <summary>Runs a contest: everybody takes turns, round after round, so that a slow minute of the machine is everybody's.</summary>
internal sealed class Comparison(int rounds, TextWriter notes)
{
    // Threads of OpenBLAS and OpenMP go on spinning for a while after their work; the next turn waits them out.
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(60);

    /// <summary>Runs it.</summary>
    /// <returns>A row for each opponent of whom a contender could run.</returns>
    public async Task<IReadOnlyList<Row>> RunAsync(Contest contest, CancellationToken cancellationToken)
    {
        var ours = new Side(contest.Ours());
        var opponents = contest.Opponents.Select(o => (Opponent: o, Sides: o.Contenders.Select(c => new Side(c())).ToArray())).ToArray();
        var all = opponents.SelectMany(o => o.Sides).Prepend(ours).ToArray();
        try
        {
            var turns = contest.Rounds == 0 ? rounds : Math.Min(rounds, contest.Rounds);
            for (var round = 0; round < turns; round++)
            {
                foreach (var side in all.Where(s => s.Able))
                {
                    await side.TurnAsync(notes, cancellationToken).ConfigureAwait(false);
                    await Task.Delay(Settle, cancellationToken).ConfigureAwait(false);
                }

                if (!ours.Able)
                {
                    return [];
                }
            }

            return [.. opponents.Where(o => o.Sides.Any(s => s.Able)).Select(o => Row(contest, ours, o.Opponent, o.Sides.Where(s => s.Able).MinBy(s => s.Median)!))];
        }
        finally
        {
            foreach (var side in all)
            {
                await side.Contender.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static Row Row(Contest contest, Side ours, Opponent opponent, Side fastest)
    {
        var peer = opponent.Contenders.Length == 1 ? opponent.Peer : $"{opponent.Peer} ({fastest.Contender.Name})";
        return new Row(
            contest.Name,
            peer,
            contest.Unit,
            Round(ours.Median * contest.Scale),
            Round(fastest.Median * contest.Scale),
            ours.Range(contest.Scale),
            fastest.Range(contest.Scale),
            Round(fastest.Median / ours.Median),
            Round(opponent.Goal),
            opponent.Kind);
    }

    private static double Round(double value) => double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private sealed class Side(IContender contender)
    {
        private readonly List<double> _seconds = [];

        public IContender Contender => contender;

        public bool Able { get; private set; } = true;

        public double Median => Timing.Median(_seconds);

        public double[] Range(double scale) => [Round(_seconds.Min() * scale), Round(_seconds.Max() * scale)];

        public async Task TurnAsync(TextWriter notes, CancellationToken cancellationToken)
        {
            try
            {
                _seconds.Add(await contender.TurnAsync(cancellationToken).ConfigureAwait(false));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The other rows are worth having; that this one is missing is said here, and in the exit code.
                Able = false;
                await notes.WriteLineAsync($"Left out: {contender.Name}: {(e is ContenderError ? e.Message : e)}").ConfigureAwait(false);
            }
        }
    }
}
