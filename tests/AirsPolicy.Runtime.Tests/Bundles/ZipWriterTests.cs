using System.IO.Compression;
using System.Text;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Zip;

namespace AirsPolicy.Runtime.Tests.Bundles;

/// <summary>What is written is an archive to everybody, and what is read comes from this writer alone.</summary>
public sealed class ZipWriterTests
{
    private static readonly ZipEntry[] s_entries = [Entry("b", "second"), Entry("a/ö.txt", ""), Entry("a/c", new string('x', 70_000))];

    [Fact]
    public void An_archive_is_read_by_others_as_it_was_written()
    {
        using var archive = new ZipArchive(new MemoryStream(ZipWriter.Write(s_entries)));
        Assert.Equal(s_entries.Select(entry => entry.Name), archive.Entries.Select(entry => entry.FullName));
        foreach (var (expected, entry) in s_entries.Zip(archive.Entries))
        {
            using var reader = new StreamReader(entry.Open());
            Assert.Equal(Encoding.UTF8.GetString(expected.Content.Span), reader.ReadToEnd());
            Assert.Equal((entry.Length, new DateTime(1980, 1, 1)), (entry.CompressedLength, entry.LastWriteTime.DateTime));
        }
    }

    [Fact]
    public void Several_entries_are_read_back_in_their_order() => Assert.Equal(
        s_entries.Select(entry => (entry.Name, Encoding.UTF8.GetString(entry.Content.Span))),
        ZipReader.Read(ZipWriter.Write(s_entries)).Select(entry => (entry.Name, Encoding.UTF8.GetString(entry.Content.Span))));

    [Fact]
    public void Nothing_is_an_archive_of_nothing() => Assert.Empty(ZipReader.Read(ZipWriter.Write([])));

    [Fact]
    public void The_check_sum_is_the_one_of_all_archives() => Assert.Equal(0xCBF43926u, Crc32.Of("123456789"u8));

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("a/./b")]
    [InlineData("../a")]
    [InlineData("a\\b")]
    [InlineData("c:a")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    public void A_path_that_does_not_lie_plainly_inside_is_refused(string name) =>
        Refused([Entry(name, "")], $"The bundle holds the path '{name}', which does not lie plainly inside it.");

    [Fact]
    public void Two_names_that_differ_by_case_alone_are_one() => Refused([Entry("a", ""), Entry("A", "")], "The bundle holds 'A' twice.");

    [Fact]
    public void Entries_are_counted_and_names_measured()
    {
        Assert.Equal(BundleFormat.MaxEntries, ZipReader.Read(ZipWriter.Write([.. Many(BundleFormat.MaxEntries)])).Count);
        Refused(
            [.. Many(BundleFormat.MaxEntries + 1)],
            $"The bundle has {BundleFormat.MaxEntries + 1} entries, where at most {BundleFormat.MaxEntries} are read.");
        Assert.Single(ZipReader.Read(ZipWriter.Write([Entry(new string('n', BundleFormat.MaxNameBytes), "")])));
        Refused([Entry(new string('n', BundleFormat.MaxNameBytes + 1), "")], "The bundle holds a name that is too long.");
    }

    [Fact]
    public void What_the_form_has_no_room_for_is_not_written()
    {
        Assert.Throws<OverflowException>(() => ZipWriter.Write([.. Many(ushort.MaxValue + 1)]));
        Assert.Throws<OverflowException>(() => ZipWriter.Write([Entry(new string('n', ushort.MaxValue + 1), "")]));
    }

    [Fact]
    public void Any_bytes_that_are_left_out_or_added_are_noticed()
    {
        var good = ZipWriter.Write([Entry("a", "one"), Entry("b", "two")]);
        for (var at = 0; at < good.Length; at++)
        {
            Assert.Throws<InvalidDataException>(() => ZipReader.Read(good.AsMemory(0, at)));
            Assert.Throws<InvalidDataException>(() => ZipReader.Read(good[..at].Append((byte)1).Concat(good[at..]).ToArray()));
        }
    }

    [Fact]
    public void Any_byte_that_differs_is_noticed()
    {
        var good = ZipWriter.Write([Entry("a", "one"), Entry("b", "two")]);
        for (var at = 0; at < good.Length; at++)
        {
            for (var bit = 1; bit < 256; bit <<= 1)
            {
                var changed = (byte[])good.Clone();
                changed[at] ^= (byte)bit;
                Assert.Throws<InvalidDataException>(() => ZipReader.Read(changed));
            }
        }
    }

    private static IEnumerable<ZipEntry> Many(int count) => Enumerable.Range(0, count).Select(i => Entry($"e{i}", ""));

    private static ZipEntry Entry(string name, string content) => new(name, Encoding.UTF8.GetBytes(content));

    private static void Refused(ZipEntry[] entries, string reason) =>
        Assert.Equal(reason, Assert.Throws<InvalidDataException>(() => ZipReader.Read(ZipWriter.Write(entries))).Message);
}
