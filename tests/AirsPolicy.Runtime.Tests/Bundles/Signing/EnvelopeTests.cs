using System.Text;
using AirsPolicy.Runtime.Bundles.Signing;

namespace AirsPolicy.Runtime.Tests.Bundles.Signing;

public sealed class EnvelopeTests
{
    private static readonly Envelope s_envelope =
        new("text/plain+x", "hello"u8.ToArray(), [new KeySignature("a", new byte[] { 0xFB, 0xF0 }), new KeySignature("b", new byte[72])]);

    [Fact]
    public void What_is_signed_is_the_encoding_that_the_specification_shows() =>
        Assert.Equal(
            "DSSEv1 29 http://example.com/HelloWorld 11 hello world",
            Encoding.UTF8.GetString(Envelope.Encode("http://example.com/HelloWorld", "hello world"u8)));

    [Fact]
    public void An_envelope_is_one_line_of_JSON_and_read_back_as_it_was_written()
    {
        var written = s_envelope.Write();

        Assert.StartsWith(
            """{"payload":"aGVsbG8=","payloadType":"text/plain+x","signatures":[{"keyid":"a","sig":"+/A="},{"keyid":"b","sig":"AAAA""",
            Encoding.UTF8.GetString(written),
            StringComparison.Ordinal);
        Assert.Equal(written, Envelope.Read(written).Write());
        Assert.Null(Envelope.Read((s_envelope with { Payload = null }).Write()).Payload);
    }

    [Theory]
    [InlineData("{", "{ ")]
    [InlineData("{", "{\"more\":1,")]
    [InlineData("\"text/plain+x\"", "\"text/plain\\u002Bx\"")]
    [InlineData("\"text/plain+x\"", "\"text/plain+x\",\"payloadType\":\"text/plain+x\"")]
    [InlineData("\"text/plain+x\"", "1")]
    [InlineData("\"+/A=\"", "\"-_A=\"")]
    [InlineData("\"+/A=\"", "\"\"")]
    [InlineData("\"+/A=\"", "null")]
    [InlineData("\"keyid\":\"a\"", "\"keyid\":\"A\"")]
    [InlineData("\"keyid\":\"a\"", "\"keyid\":\"\"")]
    [InlineData("\"keyid\":\"a\",", "")]
    [InlineData("[{", "[[[[{")]
    [InlineData("AAAA", "AAAAAAAA")]
    public void What_is_written_in_another_way_is_refused(string honest, string hostile)
    {
        var text = Encoding.UTF8.GetString(s_envelope.Write());
        var changed = text.Replace(honest, hostile, StringComparison.Ordinal);

        Assert.NotEqual(text, changed);
        Assert.Throws<FormatException>(() => Envelope.Read(Encoding.UTF8.GetBytes(changed)));
    }
}
