using AirsPolicy.Hosting.Evaluating;
using AirsPolicy.Hosting.Tests.Programs;

namespace AirsPolicy.Hosting.Tests.Evaluating;

public sealed class EvaluationPoolTests
{
    private readonly EvaluationPool _pool = Written.Bundle(Written.Open).NewPool(null);

    [Fact]
    public void Scratch_that_is_out_is_nobody_elses()
    {
        var one = _pool.Rent();
        Assert.NotSame(one, _pool.Rent());
    }

    [Fact]
    public void Scratch_that_came_back_is_used_again_up_to_eight_at_least()
    {
        var out8 = Enumerable.Range(0, 8).Select(_ => _pool.Rent()).ToList();
        out8.ForEach(_pool.Return);
        var again = Enumerable.Range(0, 8).Select(_ => _pool.Rent()).ToList();
        Assert.Equal(out8.ToHashSet(), again.ToHashSet());
        Assert.DoesNotContain(_pool.Rent(), out8);
    }

    [Fact]
    public void One_too_many_is_left()
    {
        var most = Math.Max(8, Environment.ProcessorCount * 4);
        var all = Enumerable.Range(0, most + 1).Select(_ => _pool.Rent()).ToList();
        all.ForEach(_pool.Return);
        var again = Enumerable.Range(0, most + 1).Select(_ => _pool.Rent()).ToHashSet();
        Assert.Equal(most, all.Count(again.Contains));
    }

    [Fact]
    public void Ids_of_requests_are_counted_in_one_form()
    {
        var scratch = _pool.Rent();
        var (first, second) = (scratch.NextRequestId().ToString(), scratch.NextRequestId().ToString());
        Assert.Matches("^[0-9a-f]{32}-0000000000000001$", first);
        Assert.Equal(first[..^1] + "2", second);
        Assert.NotEqual(first[..32], _pool.Rent().NextRequestId()[..32].ToString());
        Assert.Same(scratch.Answer, scratch.Answer);
    }
}
