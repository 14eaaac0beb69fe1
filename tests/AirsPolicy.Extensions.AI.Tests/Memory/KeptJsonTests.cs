using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Extensions.AI.Memory;

namespace AirsPolicy.Extensions.AI.Tests.Memory;

public sealed class KeptJsonTests
{
    private static readonly DateTimeOffset s_expires = new DateTimeOffset(2027, 3, 31, 9, 30, 0, TimeSpan.Zero).AddTicks(1);

    private static readonly HeldCall s_call =
        new("k", "pay", new JsonObject { ["amount"] = 1.50m, ["to"] = new JsonArray("ä\"", null, true) }, 17, s_expires, IsEdited: true);

    private static readonly HeldAnswer s_answer = new("We \"promise\"\n\u20ac \ud83d\ude00", 5, 17, s_expires);

    public static TheoryData<bool> Kinds => [true, false];

    [Fact]
    public void A_call_is_read_back_as_it_was_kept()
    {
        foreach (var call in new[] { s_call, s_call with { Waits = null, IsEdited = false, Arguments = [] } })
        {
            var read = KeptJson.ReadCall(KeptJson.Write(call));
            Assert.Equal(call.Arguments.ToJsonString(), read.Arguments.ToJsonString());
            Assert.Equal(call with { Arguments = read.Arguments }, read);
        }
    }

    [Fact]
    public void An_answer_is_read_back_as_it_was_kept()
    {
        foreach (var answer in new[] { s_answer, s_answer with { Tokens = null, Text = "x" } })
            Assert.Equal(answer, KeptJson.ReadAnswer(KeptJson.Write(answer)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_another_version_has_kept_is_not_guessed_at(bool isCall)
    {
        var item = JsonNode.Parse(Written(isCall))!.AsObject();
        item["v"] = 2;
        var refused = Assert.Throws<InvalidDataException>(() => Read(isCall, Bytes(item)));
        Assert.Equal(
            $"{(isCall ? "A call" : "An answer")} that waits cannot be read back from the store: its version is 2.", refused.Message);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_cut_short_is_refused(bool isCall)
    {
        var whole = Written(isCall);
        for (var length = 0; length < whole.Length; length++)
            Assert.Throws<InvalidDataException>(() => Read(isCall, whole[..length]));
        Assert.Throws<InvalidDataException>(() => Read(isCall, [.. whole, 0]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_member_that_is_missing_or_something_else_is_refused(bool isCall)
    {
        foreach (var name in JsonNode.Parse(Written(isCall))!.AsObject().Select(member => member.Key).ToList())
        {
            var (missing, other) = (JsonNode.Parse(Written(isCall))!.AsObject(), JsonNode.Parse(Written(isCall))!.AsObject());
            missing.Remove(name);
            other[name] = new JsonArray();
            // Nobody need be asked, and how many tokens there are need not be known.
            if (name != "tokens" && !(isCall && name == "waits"))
                Assert.Throws<InvalidDataException>(() => Read(isCall, Bytes(missing)));
            Assert.Throws<InvalidDataException>(() => Read(isCall, Bytes(other)));
        }
    }

    [Fact]
    public void Noise_is_refused()
    {
        var random = new Random(17);
        for (var run = 0; run < 1_000; run++)
        {
            var bytes = new byte[random.Next(64)];
            random.NextBytes(bytes);
            Assert.Throws<InvalidDataException>(() => Read(run % 2 == 0, bytes));
        }
    }

    private static byte[] Written(bool isCall) => isCall ? KeptJson.Write(s_call) : KeptJson.Write(s_answer);

    private static object Read(bool isCall, byte[] bytes) => isCall ? KeptJson.ReadCall(bytes) : KeptJson.ReadAnswer(bytes);

    private static byte[] Bytes(JsonObject item) => Encoding.UTF8.GetBytes(item.ToJsonString());
}
