using System.Text;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.Facts;

public class FactReaderFuzzTests
{
    private static readonly byte[][] s_seeds =
    [
        Encoding.UTF8.GetBytes(
            """{"flag":true,"count":1e2,"ratio":-12.50,"risk":0.85,"cost":{"currency":"GBP","amount":"200.10"},"wait":"1h30m","text":"caf\u00e9 \ud83d\ude00 é","names":["a","b"],"grid":[[1],[],[2,3]]}"""
        ),
        Encoding.UTF8.GetBytes(
            """{"raw":{"a":[1,"x",null,true,{"b":-0.5e-3}]},"level":3.0,"order-1":{"extra":[{}],"id":"o1","lines":[{"sku":"s","price":1,"tags":["t"]},{"sku":"s2","price":2.5}]},"now":"2027-03-31T09:30:00.5+01:00","own":null}"""
        ),
        Encoding.UTF8.GetBytes("""{"args":{"order-id":"o","amount":"5"},"first_use":false,"tool":"refund"}"""),
    ];

    // Bytes that JSON gives a meaning to, so that mutations hit its grammar and not only its texts.
    private static readonly Gen<byte> s_byte = Gen.OneOf(
        Gen.Elements("{}[]\",:\\u0123456789eE+-.tfn \n/"u8.ToArray()), Gen.Choose(0, 255).Select(b => (byte)b));

    internal static Gen<byte[]> Mutated =>
        from seed in Gen.Elements(s_seeds)
        from edits in (
            from at in Gen.Choose(0, seed.Length - 1)
            from kind in Gen.Choose(0, 3)
            from b in s_byte
            select (at, kind, b)
        ).ListOf(3)
        select edits.Aggregate(seed, (json, e) => Edit(json, Math.Min(e.at, json.Length), e.kind, e.b));

    private static byte[] Edit(byte[] json, int at, int kind, byte b) => kind switch
    {
        0 when at < json.Length => [.. json[..at], b, .. json[(at + 1)..]],
        1 when at < json.Length => [.. json[..at], .. json[(at + 1)..]],
        2 => json[..at],
        _ => [.. json[..at], b, .. json[at..]],
    };

    private static (Failure? Failure, string Facts) Read(CompiledLayout layout, byte[] json)
    {
        var frame = new FactFrame();
        var failure = new FactReader().Read(layout, json, frame);
        return (failure, failure is null ? Encoding.UTF8.GetString(frame.Canonical.Of(frame, 0, layout.Root)) : "");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_bytes_make_reading_throw_and_the_same_bytes_read_the_same(bool tool)
    {
        var layout = tool ? SampleLayouts.ToolCompiled : SampleLayouts.EveryCompiled;
        Prop.ForAll(Gen.OneOf(Mutated, s_byte.ArrayOf()).ToArbitrary(), json => Read(layout, json) == Read(layout, json))
            .Check(Laws.Config.WithMaxTest(3_000));
    }

    [Fact]
    public void What_is_read_is_JSON_to_the_base_library_too() =>
        Prop.ForAll(Mutated.ToArbitrary(), json =>
        {
            // What is JSON and does not fit says nothing here; the base library looks into texts only when they are asked for.
            var failure = Read(SampleLayouts.EveryCompiled, json).Failure;
            if (failure is { Kind: not FailureKind.UnreadableFacts } || !System.Text.Unicode.Utf8.IsValid(json))
                return failure is not null;
            var readable = failure is null;
            try
            {
                using var document = System.Text.Json.JsonDocument.Parse(json);
                return readable;
            }
            catch (System.Text.Json.JsonException)
            {
                return !readable;
            }
        }).Check(Laws.Config.WithMaxTest(3_000));

    [Fact]
    public void Canonical_facts_read_back_to_themselves() =>
        Prop.ForAll(Gen.Elements(s_seeds[0], s_seeds[1]).ToArbitrary(), json =>
        {
            var first = Read(SampleLayouts.EveryCompiled, json);
            return first.Failure is null && Read(SampleLayouts.EveryCompiled, Encoding.UTF8.GetBytes(first.Facts)) == first;
        }).Check(Laws.Config);
}
