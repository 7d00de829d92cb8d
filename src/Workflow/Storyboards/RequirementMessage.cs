using System.Globalization;
using System.Runtime.CompilerServices;

namespace Gpu.Workflow.Storyboards;

/// <summary>A message that is put together only where its condition does not hold.</summary>
[InterpolatedStringHandler]
internal ref struct RequirementMessage
{
    private DefaultInterpolatedStringHandler _text;

    public RequirementMessage(int literalLength, int formattedCount, bool condition, out bool wanted)
    {
        wanted = !condition;
        _text = wanted ? new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture) : default;
    }

    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    public void AppendFormatted(double value) => _text.AppendFormatted(value, "0.######");

    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    public string Text() => _text.ToStringAndClear();
}
