using CsCheck;
using Gpu.Runtime.Scheduling.Costs;

namespace Gpu.Runtime.Tests.Scheduling.Costs;

public class CostModelTests
{
    private readonly CostModel _model = new();

    [Fact]
    public void The_first_sample_only_stands_in_and_ten_are_trusted()
    {
        _model.Learn("op", "a", 1000, 5, 0, 0);
        Assert.Equal(new CostEstimate(5, 0, CostKnowledge.First, 0), _model.Predict("op", "a", 1000));
        for (var i = 0; i < 9; i++)
        {
            _model.Learn("op", "a", 1000, 0.01, 0.002, 0);
            Assert.Equal(CostKnowledge.Guess, _model.Predict("op", "a", 1000).Knowledge);
        }

        _model.Learn("op", "a", 1000, 0.01, 0.002, 0);
        var known = _model.Predict("op", "a", 1000);
        Assert.Equal(CostKnowledge.Trusted, known.Knowledge);
        Assert.Equal((0.01, 0.002), (known.Run, known.Transfer), Near);
        Assert.Equal(CostKnowledge.None, _model.Predict("op", "b", 1000).Knowledge);
    }

    [Fact]
    public void Between_and_beyond_known_sizes_costs_lie_on_a_line() => Gen.Select(Gen.Double[1e-6, 1e-3], Gen.Double[1e-9, 1e-6], Gen.Double[1, 1e6]).Sample((start, slope, size) =>
    {
        var model = new CostModel();
        for (var i = 0; i < 40; i++)
        {
            double known = new[] { 10, 1000, 30_000, 1_000_000 }[i % 4];
            model.Learn("op", "a", known, start + (slope * known), 0, 0);
        }

        var ratio = model.Predict("op", "a", size).Run / (start + (slope * size));

        // Where there are samples of about the size, it is in proportion to those.
        Assert.InRange(ratio, 0.7, 1.42);
    });

    [Fact]
    public void A_model_with_more_misses_than_hits_is_thrown_away()
    {
        Learn(40, 0.01);
        Learn(10, 0.1);
        Assert.InRange(_model.Predict("op", "a", 1000).Run, 0.01, 0.07);
        Learn(60, 0.1);
        Assert.InRange(_model.Predict("op", "a", 1000).Run, 0.08, 0.12);
    }

    [Fact]
    public void What_a_file_said_is_worth_less_than_one_look()
    {
        Assert.True(_model.Restore("op", "a", 1000, 1000, 10, 0));
        Assert.Equal(CostKnowledge.Guess, _model.Predict("op", "a", 1000).Knowledge);
        Learn(1, 0.01);
        Assert.Equal(0.01, _model.Predict("op", "a", 1000).Run, 6);
        Assert.True(_model.Restore("op", "b", 1000, 1000, 1e-5, 0));
        _model.Learn("op", "b", 1000, 0.01, 0, 0);
        _model.Learn("op", "b", 1000, 0.01, 0, 0);
        Assert.Equal(0.01, _model.Predict("op", "b", 1000).Run, 6);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1)]
    [InlineData(1e9)]
    public void Impossible_samples_teach_nothing(double seconds)
    {
        Learn(20, 0.01);
        _model.Learn("op", "a", 1000, seconds, 0, 0);
        _model.Learn("op", "a", 1000, 0.01, seconds, 0);
        Assert.Equal(0.01, _model.Predict("op", "a", 1000).Run, 6);
        Assert.False(_model.Restore("op", "a", 10, 1000, seconds, 0));
    }

    private static bool Near((double, double) a, (double, double) b) => Math.Abs(a.Item1 - b.Item1) < 1e-9 && Math.Abs(a.Item2 - b.Item2) < 1e-9;

    private void Learn(int count, double seconds)
    {
        for (var i = 0; i < count; i++)
        {
            _model.Learn("op", "a", 1000, seconds, 0, 0);
        }
    }
}
