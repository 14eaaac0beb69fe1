using System.Text;
using AirsPolicy.Hosting.Evidence;

namespace AirsPolicy.Hosting.Tests.Evidence;

/// <summary>Records that tests write.</summary>
internal static class Records
{
    public static readonly DateTimeOffset Start = new(2027, 3, 31, 9, 30, 0, TimeSpan.Zero);

    public static EvidenceRecord Whole { get; } = new(EvidenceKind.Hold, Start.AddTicks(1))
    {
        Point = "tool_call",
        Outcome = "hold",
        Controls = ["shop.payouts", "shop.limits"],
        Request = "r-1",
        Held = 17,
        Bundle = new string('a', 64),
        Lost = 3,
        Content = [Field("user", "Ann"), Field("facts", """{"amount":5}""")],
    };

    /// <summary>The record of an index, a second behind the one before; every third has no content.</summary>
    public static EvidenceRecord At(long index) => new((EvidenceKind)(index % 3), Start.AddSeconds(index))
    {
        Point = "input",
        Outcome = "allow",
        Request = $"r-{index / 3}",
        Content = index % 3 == 2 ? [] : [Field("user", $"person {index}"), Field("facts", $$"""{"text":"secret {{index}}"}""")],
    };

    public static ContentField Field(string name, string value) => new(name, Encoding.UTF8.GetBytes(value));
}
