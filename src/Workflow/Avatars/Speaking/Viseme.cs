namespace Gpu.Workflow.Avatars.Speaking;

/// <summary>The shapes of a mouth, as Preston Blair drew them for animators; the letters are those of Rhubarb Lip Sync and of the artwork.</summary>
internal enum Viseme : byte
{
    /// <summary>X: closed, at rest.</summary>
    Rest,

    /// <summary>A: lips pressed, as for p, b and m.</summary>
    Pressed,

    /// <summary>B: teeth together, as for s, t, k and ee.</summary>
    Teeth,

    /// <summary>C: open, as for e and schwa.</summary>
    Open,

    /// <summary>D: wide open, as for ah.</summary>
    Wide,

    /// <summary>E: open and rounded, as for aw and er.</summary>
    Round,

    /// <summary>F: puckered, as for oo and w.</summary>
    Pucker,

    /// <summary>G: upper teeth on the lower lip, as for f and v.</summary>
    Lip,

    /// <summary>H: the tongue at the upper teeth, as for l and th.</summary>
    Tongue,
}
