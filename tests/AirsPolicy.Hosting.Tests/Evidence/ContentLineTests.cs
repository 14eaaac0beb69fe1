using System.Text;
using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Evidence.Logs;

namespace AirsPolicy.Hosting.Tests.Evidence;

public sealed class ContentLineTests
{
    private static readonly StoredContent s_content =
        new(new byte[32], [Records.Field("a", ""), Records.Field("b", "x"), Records.Field("c", "xy"), Records.Field("d", "xyz")]);

    private static readonly string s_line = Encoding.ASCII.GetString(ContentLine.Write(7, s_content));

    [Fact]
    public void A_line_is_read_as_it_was_written()
    {
        Assert.Equal(
            $$$"""{"seq":7,"salt":"{{{new string('0', 64)}}}","fields":{"a":"","b":"eA==","c":"eHk=","d":"eHl6"}}""", s_line);
        var (seq, content) = ContentLine.Read(Encoding.ASCII.GetBytes(s_line))!.Value;
        Assert.Equal(s_line, Encoding.ASCII.GetString(ContentLine.Write(seq, content)));
    }

    [Theory]
    [InlineData("7", "07")]
    [InlineData("7", "+7")]
    [InlineData("7", "-7")]
    [InlineData("0\",", "A\",")]
    [InlineData("eA==", "eB==")]
    [InlineData("eA==", "eA")]
    [InlineData("eA==", "eA =")]
    [InlineData("eA==", " eA==   ")]
    [InlineData("eHk=", "eHl=")]
    [InlineData("eHl6", "eH l6   ")]
    [InlineData("\"b\"", "\"a\"")]
    [InlineData("\"b\"", "\"B\"")]
    [InlineData("}}", "}} ")]
    [InlineData("}}", "}")]
    public void What_is_written_in_another_way_is_refused(string found, string instead)
    {
        Assert.Contains(found, s_line, StringComparison.Ordinal);
        Assert.Null(ContentLine.Read(Encoding.ASCII.GetBytes(s_line.Replace(found, instead, StringComparison.Ordinal))));
    }

    // A line that is read is the line that is written again, whatever was done to its bytes.
    [Fact]
    public void A_changed_line_is_refused_or_another_line()
    {
        var bytes = Encoding.ASCII.GetBytes(s_line);
        for (var at = 0; at < bytes.Length; at++)
        {
            for (var value = 0; value < 256; value++)
            {
                var changed = bytes.ToArray();
                changed[at] = (byte)value;
                if (ContentLine.Read(changed) is { } read)
                    Assert.Equal(changed, ContentLine.Write(read.Seq, read.Content));
            }
        }
    }
}
