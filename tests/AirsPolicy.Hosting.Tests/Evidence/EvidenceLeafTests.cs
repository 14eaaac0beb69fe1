using System.Security.Cryptography;
using System.Text;
using AirsPolicy.Hosting.Evidence;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Hosting.Tests.Evidence;

public sealed class EvidenceLeafTests
{
    private static readonly StoredContent s_content = StoredContent.Of(Records.Whole)! with { Salt = new byte[32] };
    private static readonly string s_whole = Encoding.UTF8.GetString(EvidenceLeaf.Write(5, Records.Whole, s_content));

    [Fact]
    public void A_leaf_is_compact_JSON_with_its_members_in_one_order()
    {
        var digests = s_content.Fields.Select(field => Convert.ToHexStringLower(
            HMACSHA256.HashData(SHA256.HashData([.. new byte[32], .. Encoding.ASCII.GetBytes(field.Name)]), field.Value.Span))).ToList();
        var a = new string('a', 64);
        Assert.Equal(
            """{"v":1,"seq":5,"time":"2027-03-31T09:30:00.0000001Z","kind":"hold","point":"tool_call","outcome":"hold","""
            + "\"controls\":[\"shop.limits\",\"shop.payouts\"],\"request\":\"r-1\",\"held\":17,"
            + $"\"bundle\":\"{a}\",\"lost\":3,"
            + $"\"content\":{{\"facts\":\"{digests[0]}\",\"user\":\"{digests[1]}\"}}}}",
            s_whole);
    }

    [Fact]
    public void What_a_record_lacks_is_left_out()
    {
        var leaf = EvidenceLeaf.Write(0, new EvidenceRecord(EvidenceKind.End, Records.Start.ToOffset(TimeSpan.FromHours(2))), null);
        Assert.Equal("""{"v":1,"seq":0,"time":"2027-03-31T09:30:00.0000000Z","kind":"end"}""", Encoding.UTF8.GetString(leaf));
        Assert.True(EvidenceLeaf.TryRead(leaf, out var read, out _));
        Assert.Equal(new EvidenceLeaf(0, Records.Start, EvidenceKind.End), read);
    }

    [Fact]
    public void A_leaf_is_read_as_it_was_written()
    {
        Assert.True(EvidenceLeaf.TryRead(Encoding.UTF8.GetBytes(s_whole), out var leaf, out var reason), reason);
        Assert.Equal(Records.Whole.Controls.Order(StringComparer.Ordinal), leaf.Controls);
        Assert.Equal(
            (5, Records.Whole.Time, EvidenceKind.Hold, "tool_call", "hold", "r-1", 17L, 3L),
            (leaf.Seq, leaf.Time, leaf.Kind, leaf.Point, leaf.Outcome, leaf.Request, leaf.Held, leaf.Lost));
        Assert.Equal(new string('a', 64), leaf.Bundle);
        Assert.Equal(["facts", "user"], leaf.Content.Select(commitment => commitment.Field));
    }

    [Theory]
    [InlineData("v\":1", "v\":2")]
    [InlineData("seq\":5", "seq\":05")]
    [InlineData("seq\":5", "seq\":-5")]
    [InlineData("seq\":5", "seq\":+5")]
    [InlineData("seq\":5", "seq\":5.0")]
    [InlineData("seq\":5", "seq\":9223372036854775808")]
    [InlineData("lost\":3", "lost\":0")]
    [InlineData("0001Z", "000Z")]
    [InlineData("0001Z", "0001+")]
    [InlineData("2027-03-31", "2027-02-30")]
    [InlineData("\"hold\",\"point", "\"Hold\",\"point")]
    [InlineData("\"point\":\"tool_call\"", "\"point\":\"\"")]
    [InlineData("tool_call", "tool call")]
    [InlineData("shop.limits", "shop.z")]
    [InlineData("shop.limits", "shop.payouts")]
    [InlineData("[\"shop.limits\",\"shop.payouts\"]", "[]")]
    [InlineData("r-1", "\\u0041")]
    [InlineData("r-1", "\\/")]
    [InlineData("r-1", "\\u000A")]
    [InlineData("r-1", "\n")]
    [InlineData("aaaa\"", "aaaA\"")]
    [InlineData("\"user\"", "\"User\"")]
    [InlineData("\"user\"", "\"a\"")]
    [InlineData(",\"bundle\"", ", \"bundle\"")]
    [InlineData("\"lost\":3", "\"state\":\"bb\",\"lost\":3")]
    [InlineData("\"point\"", "\"unknown\"")]
    [InlineData("}}", "}} ")]
    [InlineData("}}", "}")]
    public void What_is_written_in_another_way_is_refused_with_the_place(string found, string instead)
    {
        Assert.Contains(found, s_whole, StringComparison.Ordinal);
        var changed = Encoding.UTF8.GetBytes(s_whole.Replace(found, instead, StringComparison.Ordinal));
        Assert.False(EvidenceLeaf.TryRead(changed, out _, out var why));
        Assert.Matches("was expected at byte [0-9]+$", why);
    }

    [Fact]
    public void An_id_of_a_request_is_any_text()
    {
        const string Id = "a\"b\\c\b\t\n\f\r\u0001\u001f\u007f/é語😀";
        var leaf = EvidenceLeaf.Write(0, new EvidenceRecord(EvidenceKind.Decision, Records.Start) { Request = Id }, null);
        Assert.True(EvidenceLeaf.TryRead(leaf, out var read, out var reason), reason);
        Assert.Equal(Id, read.Request);
        Assert.Contains("""a\"b\\c\b\t\n\f\r\u0001\u001f""", Encoding.UTF8.GetString(leaf), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_does_not_fit_is_refused()
    {
        var plain = new EvidenceRecord(EvidenceKind.Decision, Records.Start);
        Assert.Throws<ArgumentOutOfRangeException>(() => EvidenceLeaf.Write(-1, plain, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => EvidenceLeaf.Write(0, plain with { Held = -1 }, null));
        Assert.Throws<ArgumentException>(() => EvidenceLeaf.Write(0, plain with { Point = "a b" }, null));
        Assert.Throws<ArgumentException>(() => EvidenceLeaf.Write(0, plain with { Controls = ["\""] }, null));
        Assert.Throws<ArgumentException>(() => EvidenceLeaf.Write(0, plain with { Bundle = new string('A', 64) }, null));
        Assert.Throws<ArgumentException>(() => EvidenceLeaf.Write(0, plain with { Request = new string('r', 65_536) }, null));
        Assert.Throws<ArgumentException>(() => StoredContent.Of(plain with { Content = [Records.Field("a", ""), Records.Field("a", "")] }));
        Assert.Throws<ArgumentException>(() => StoredContent.Of(plain with { Content = [Records.Field("A", "")] }));
    }

    [Fact]
    public void The_longest_leaf_is_read_and_one_byte_more_is_not()
    {
        var length = EvidenceLeaf.MaxBytes - EvidenceLeaf.Write(0, new(EvidenceKind.End, Records.Start) { Request = "" }, null).Length;
        var leaf = EvidenceLeaf.Write(0, new(EvidenceKind.End, Records.Start) { Request = new string('r', length) }, null);
        Assert.True(EvidenceLeaf.TryRead(leaf, out _, out _));
        Assert.False(EvidenceLeaf.TryRead([.. leaf, (byte)' '], out _, out var reason));
        Assert.Equal("it takes 65536 bytes, where a leaf has 65535 at most", reason);
    }

    [Fact]
    public void Two_records_have_two_salts()
    {
        var other = StoredContent.Of(Records.Whole)!;
        Assert.Equal(32, other.Salt.Length);
        Assert.NotEqual(other.Salt.ToArray(), StoredContent.Of(Records.Whole)!.Salt.ToArray());
    }

    // A leaf that is read is the leaf that is written again, whatever was done to its bytes.
    [Fact]
    public void A_mutated_leaf_is_refused_or_another_leaf_and_never_an_exception()
    {
        var bytes = Encoding.UTF8.GetBytes(s_whole);
        var mutations = Gen.Choose(0, bytes.Length - 1).SelectMany(at => Gen.Choose(0, 255).SelectMany(value => Gen.Choose(0, 3)
            .Select(way => way switch
            {
                0 => (byte[])[.. bytes[..at], (byte)value, .. bytes[(at + 1)..]],
                1 => [.. bytes[..at], (byte)value, .. bytes[at..]],
                2 => bytes[..at],
                _ => [.. bytes[..at], .. bytes[(at + 1)..]],
            })));
        Prop.ForAll(Arb.From(mutations), mutated =>
            EvidenceLeaf.TryRead(mutated, out var leaf, out var reason)
                ? Rewritten(leaf, mutated)
                : reason.Length > 0).Check(Laws.Config.WithMaxTest(5_000));
    }

    private static bool Rewritten(EvidenceLeaf leaf, byte[] bytes)
    {
        var record = new EvidenceRecord(leaf.Kind, leaf.Time)
        {
            Point = leaf.Point,
            Outcome = leaf.Outcome,
            Controls = leaf.Controls,
            Request = leaf.Request,
            Held = leaf.Held,
            Bundle = leaf.Bundle,
            Lost = leaf.Lost,
        };
        var tail = leaf.Content.Count == 0
            ? "}"
            : $",\"content\":{{{string.Join(',', leaf.Content.Select(field => $"\"{field.Field}\":\"{field.Digest}\""))}}}}}";
        return bytes.AsSpan().SequenceEqual([.. EvidenceLeaf.Write(leaf.Seq, record, null)[..^1], .. Encoding.UTF8.GetBytes(tail)]);
    }
}
