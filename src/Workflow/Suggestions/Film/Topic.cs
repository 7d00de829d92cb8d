namespace Gpu.Workflow.Suggestions.Film;

/// <summary>What a page may be about, as far as it matters to look and sound.</summary>
internal enum Topic
{
    Food,
    Travel,
    Technology,
    Money,
    Culture,
    Event,
    Nature,
    Beauty,
    Learning,
    News,
    Wellbeing,
    Sport,
    Home,
}
