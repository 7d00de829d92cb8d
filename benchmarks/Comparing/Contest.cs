namespace Gpu.Benchmarks.Comparing;

/// <summary>One piece of work, and those who do it.</summary>
/// <param name="Name">What is done, with its size.</param>
/// <param name="Unit">In what the table has it: <c>ms</c> or <c>s</c>.</param>
/// <param name="Ours">Makes our contender.</param>
/// <param name="Opponents">Whom we are compared with, a row each.</param>
/// <param name="Rounds">Rounds at most; whole films take seconds each. 0 for as many as asked.</param>
internal sealed record Contest(string Name, string Unit, Func<IContender> Ours, IReadOnlyList<Opponent> Opponents, int Rounds = 0)
{
    /// <summary>Units in a second.</summary>
    public double Scale => Unit == "ms" ? 1000 : 1;
}

/// <summary>A row's other side.</summary>
/// <param name="Peer">Its name in the table.</param>
/// <param name="Goal">The ratio asked for.</param>
/// <param name="Contenders">Makers of its contenders: the fastest counts.</param>
internal sealed record Opponent(string Peer, double Goal, params Func<IContender>[] Contenders)
{
    /// <summary><c>peer</c>, or <c>limit</c> for what no program could beat.</summary>
    public string Kind { get; init; } = "peer";
}

/// <summary>Somebody who can take a turn. Made, and its data with it, at its first turn.</summary>
internal interface IContender : IAsyncDisposable
{
    /// <summary>What it is, for messages.</summary>
    string Name { get; }

    /// <summary>Takes a turn.</summary>
    /// <returns>Seconds.</returns>
    /// <exception cref="ContenderError">It cannot run here.</exception>
    Task<double> TurnAsync(CancellationToken cancellationToken);
}

/// <summary>A contender cannot run on this machine.</summary>
internal sealed class ContenderError(string message, Exception? inner = null) : Exception(message, inner);
