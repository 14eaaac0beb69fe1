using System.Text;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Zip;

namespace AirsPolicy.Runtime.Tests.Bundles;

/// <summary>Archives that are not of the one form, each with the sentence that says why.</summary>
public sealed class ZipReaderTests
{
    private const int Content = 30 + 5;
    private const int Directory = Content + 4;
    private const int End = Directory + 46 + 5;

    private static readonly byte[] s_good = ZipWriter.Write([new ZipEntry("a.txt", "text"u8.ToArray())]);

    [Fact]
    public void An_archive_reads_back_as_it_was_written()
    {
        var entry = Assert.Single(ZipReader.Read(s_good));

        Assert.Equal("a.txt", entry.Name);
        Assert.Equal("text", Encoding.UTF8.GetString(entry.Content.Span));
        Assert.Equal(End + 22, s_good.Length);
    }

    [Theory]
    [InlineData(End, 0x51, "The bundle does not end as one: it is cut short, or bytes follow it.")]
    [InlineData(End + 4, 1, "The bundle is not one plain archive.")]
    [InlineData(End + 20, 1, "The bundle is not one plain archive.")]
    [InlineData(End + 16, 1, "The directory of the bundle does not lie where it says.")]
    [InlineData(End + 12, 1, "The directory of the bundle does not lie where it says.")]
    [InlineData(Directory, 0, "The directory of the bundle is cut short.")]
    [InlineData(Directory + 10, 8, "The bundle holds a compressed entry; its entries are stored.")]
    [InlineData(Directory + 8, 1, "The bundle holds an entry that is not plainly stored.")]
    [InlineData(Directory + 20, 1, "The bundle holds an entry that is not plainly stored.")]
    [InlineData(Directory + 30, 1, "The bundle holds an entry that is not plainly stored.")]
    [InlineData(Directory + 42, 1, "The bundle holds an entry that is not plainly stored.")]
    [InlineData(Directory + 29, 9, "The bundle holds a name that is too long.")]
    [InlineData(Directory + 28, 6, "The bundle holds a name that is too long.")]
    [InlineData(Directory + 12, 1, "The bundle's directory and entries disagree.")]
    [InlineData(30, (byte)'b', "The bundle's directory and entries disagree.")]
    [InlineData(0, 0, "The bundle's directory and entries disagree.")]
    [InlineData(Content, (byte)'T', "The bundle holds an entry whose check sum is not that of its bytes.")]
    public void A_byte_that_differs_is_refused_with_the_reason(int at, byte value, string reason) => Refused([(at, value)], reason);

    [Fact]
    public void Bytes_that_differ_together_are_refused_with_the_reason()
    {
        Refused([(End + 8, 2), (End + 10, 2)], "The directory of the bundle is cut short.");
        Refused([(End + 8, 0), (End + 10, 0)], "The bundle holds bytes that belong to no entry.");
        Refused([(Directory + 20, 5), (Directory + 24, 5)], "The bundle holds an entry that runs past its end.");
        Refused([(Directory + 23, 255), (Directory + 27, 255)], "The bundle holds an entry that runs past its end.");
        Refused([(30, 255), (Directory + 46, 255)], "The bundle holds a name that is not UTF-8.");
        Refused([(30, (byte)'/'), (Directory + 46, (byte)'/')], "The bundle holds the path '/.txt', which does not lie plainly inside it.");
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_unread() =>
        Assert.Equal(
            "The bundle takes 268435457 bytes, where at most 268435456 are read.",
            Assert.Throws<InvalidDataException>(() => ZipReader.Read(new byte[BundleFormat.MaxBytes + 1])).Message);

    private static void Refused(ReadOnlySpan<(int At, byte Value)> changes, string reason)
    {
        var bytes = (byte[])s_good.Clone();
        foreach (var (at, value) in changes)
        {
            Assert.NotEqual(value, bytes[at]);
            bytes[at] = value;
        }
        Assert.Equal(reason, Assert.Throws<InvalidDataException>(() => ZipReader.Read(bytes)).Message);
    }
}
