using Gpu.Runtime;
using Gpu.Workflow.Storyboards;

namespace Gpu.Workflow.Avatars;

/// <summary>What a user says of the presenter: a name, a picture's path, or nobody.</summary>
internal static class AvatarChoice
{
    /// <summary>Whether a choice is a shipped presenter or nobody: what a stranger may choose as well.</summary>
    public static bool IsName(string? choice) => IsNobody(choice) || AvatarCatalogue.Find(choice) is not null;

    // In frames that are not wide, words need the room beside it.
    private const double Wide = 1.2;
    private const double Small = 0.26;

    /// <summary>The presenter of a planned ad; null for nobody.</summary>
    /// <exception cref="ConfigurationError">It is neither a name nor a file.</exception>
    public static AvatarPlan? Plan(string? choice, int seed, int width, int height) =>
        Plan(choice, seed) is not { } plan ? null : width > Wide * height ? plan : plan with { Size = Small };

    private static AvatarPlan? Plan(string? choice, int seed)
    {
        if (IsNobody(choice))
        {
            return null;
        }

        Check(choice);
        return AvatarCatalogue.Find(choice) is { } known ? new AvatarPlan { Name = known.Name, Seed = seed } : new AvatarPlan { Picture = Path.GetFullPath(choice!), Seed = seed };
    }

    /// <summary>A storyboard with the presenter that was chosen, at the place of the one that it has; as it is where nothing was chosen.</summary>
    /// <exception cref="ConfigurationError">It is neither a name nor a file.</exception>
    public static Storyboard Apply(string? choice, Storyboard board, int seed)
    {
        if (choice is null)
        {
            return board;
        }

        var plan = Plan(choice, seed, board.Width, board.Height);
        return board with { Avatar = plan is null || board.Avatar is not { } old ? plan : old with { Name = plan.Name, Picture = plan.Picture } };
    }

    /// <summary>Throws where a choice is neither a name nor a file.</summary>
    /// <exception cref="ConfigurationError">It is neither.</exception>
    public static void Check(string? choice)
    {
        if (!IsName(choice) && !File.Exists(choice))
        {
            throw new ConfigurationError($"The avatar is \"{choice}\", which is neither a presenter nor a file; accepted: {AvatarCatalogue.Accepted}.");
        }
    }

    private static bool IsNobody(string? choice) => choice is null || choice.Equals(AvatarCatalogue.None, StringComparison.OrdinalIgnoreCase);
}
