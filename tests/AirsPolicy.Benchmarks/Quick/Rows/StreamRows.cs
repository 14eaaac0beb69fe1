using System.Text;
using System.Text.Json;
using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Hosting;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>What an answer in small parts costs against one check of the whole.</summary>
internal static class StreamRows
{
    private const int PartLength = 4;

    public static IEnumerable<QuickRow> All()
    {
        yield return new QuickRow("answer of 100,000 characters in parts of 4, against the whole", "at most 3x", () =>
        {
            var (host, whole, facts) = Prepare();
            var times = Measure.Nanoseconds(1, () => host.Decide("output", whole), () => Stream(host, facts));
            return QuickFigure.Against(times[1], times[0], 3);
        });
        yield return new QuickRow("allocated for a part", "0 bytes", () =>
        {
            var (host, _, facts) = Prepare();
            for (var i = 0; i < 20; i++)
                Stream(host, facts);
            using var stream = host.BeginOutput(facts);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Feed(stream);
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            return new QuickFigure($"{bytes} bytes", bytes == 0);
        });
    }

    private static (PolicyHost Host, byte[] Whole, byte[] Facts) Prepare()
    {
        var whole = Encoding.UTF8.GetBytes($$$"""{"output":{"text":{{{JsonSerializer.Serialize(StreamedAnswers.Answer)}}}}}""");
        return (Hosts.Of(StreamedAnswers.Model("buffered")), whole, "{}"u8.ToArray());
    }

    private static void Stream(PolicyHost host, byte[] facts)
    {
        using var stream = host.BeginOutput(facts);
        Feed(stream);
        stream.End();
    }

    private static void Feed(StreamedOutput stream)
    {
        var answer = StreamedAnswers.Answer.AsSpan();
        for (var at = 0; at < answer.Length; at += PartLength)
            stream.Feed(answer.Slice(at, Math.Min(PartLength, answer.Length - at)));
    }
}
