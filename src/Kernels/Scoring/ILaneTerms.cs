namespace Gpu.Kernels.Scoring;

/// <summary>What <see cref="LaneTotal{TTerms}"/> adds up.</summary>
internal interface ILaneTerms
{
    float Term(int column);
}
