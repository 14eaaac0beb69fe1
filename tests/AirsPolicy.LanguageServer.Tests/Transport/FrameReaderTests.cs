using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.LanguageServer.Tests.Transport;

public sealed class FrameReaderTests
{
    private static readonly string[] s_bodies = ["""{"a":1}""", "", """{"text":"größe – 𝒳"}"""];

    [Fact]
    public void Messages_are_the_same_wherever_the_stream_is_cut()
    {
        var bytes = Frames.Of(s_bodies);
        for (var cut = 1; cut < bytes.Length; cut++)
            Assert.Equal(s_bodies, Frames.ReadAll(new ChunkedStream(bytes, cut, bytes.Length)));
    }

    [Fact]
    public void Messages_are_the_same_byte_by_byte() =>
        Assert.Equal(s_bodies, Frames.ReadAll(new ChunkedStream(Frames.Of(s_bodies), 1)));

    [Fact]
    public void Header_names_have_no_case_and_other_headers_are_passed_over()
    {
        var text = "content-length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}CONTENT-LENGTH:   4\n\n[{}]";
        Assert.Equal(["{}", "[{}]"], Frames.ReadAll(new MemoryStream(Encoding.ASCII.GetBytes(text))));
    }

    [Theory]
    [InlineData("garbage\r\n\r\n")]
    [InlineData("Content-Length: many\r\n\r\n")]
    [InlineData("Content-Length: -5\r\n\r\n")]
    [InlineData("""{"jsonrpc":"2.0"}""")]
    public void What_stands_before_a_header_is_passed_over(string garbage)
    {
        var bytes = Encoding.ASCII.GetBytes(garbage).Concat(Frames.Of("{}")).ToArray();
        Assert.Equal(["{}"], Frames.ReadAll(new MemoryStream(bytes)));
    }

    [Fact]
    public void A_line_without_end_takes_bounded_room_and_the_header_behind_it_is_found()
    {
        var bytes = Encoding.ASCII.GetBytes(new string('x', 100_000)).Concat(Frames.Of("{}")).ToArray();
        Assert.Equal(["{}"], Frames.ReadAll(new MemoryStream(bytes)));
    }

    [Fact]
    public void A_message_over_the_bound_is_passed_over_and_the_next_one_is_read()
    {
        var bytes = Frames.Of(new string(' ', 5_000), "{}");
        Assert.Equal(["too large: 5000", "{}"], Frames.ReadAll(new ChunkedStream(bytes, 7), maxBytes: 4_999));
    }

    [Fact]
    public void A_length_beyond_all_memory_is_too_large_and_ends_with_the_input()
    {
        var bytes = Encoding.ASCII.GetBytes("Content-Length: 9000000000000000000\r\n\r\n{}");
        Assert.Empty(Frames.ReadAll(new MemoryStream(bytes)));
    }

    [Fact]
    public void An_input_that_ends_inside_a_message_gives_no_message()
    {
        var bytes = Frames.Of("""{"a":1}""");
        for (var length = 0; length < bytes.Length; length++)
            Assert.Empty(Frames.ReadAll(new MemoryStream(bytes[..length])));
    }

    [Fact]
    public void Any_bytes_come_to_an_end()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            Assert.All(Frames.ReadAll(new MemoryStream(bytes)), Assert.NotNull);
            return true;
        }).Check(Laws.Config);
    }
}
