using System.Globalization;
using System.Text;

namespace AirsPolicy.Hosting.Evidence.Merkle;

/// <summary>Which tile of hashes: C2SP tlog-tiles, of height 8.</summary>
/// <param name="Level">0 over the leaves; each hash of a level is the root over a whole tile of the level below.</param>
/// <param name="Index">Which tile of the level, from 0.</param>
/// <param name="Width">How many hashes it holds: 256, or less where it is the last of its level.</param>
public readonly record struct TileAddress(int Level, long Index, int Width)
{
    /// <summary>How many hashes a whole tile holds.</summary>
    public const int Whole = 256;

    internal const int Height = 8;

    /// <summary>Where it lies, such as <c>tile/0/x001/067.p/5</c>.</summary>
    public string Path => PathOf(Level.ToString(CultureInfo.InvariantCulture), Index, Width);

    /// <summary>Where the entry bundle with the same leaves lies.</summary>
    internal static string EntriesPath(long index, int width) => PathOf("entries", index, width);

    /// <summary>A number in groups of three digits, all but the last behind an 'x'.</summary>
    internal static string NumberPath(long number)
    {
        var path = new StringBuilder((number % 1000).ToString("D3", CultureInfo.InvariantCulture));
        while ((number /= 1000) > 0)
            path.Insert(0, string.Create(CultureInfo.InvariantCulture, $"x{number % 1000:D3}/"));
        return path.ToString();
    }

    /// <summary>The tiles of a level in a tree of a size.</summary>
    internal static TileAddress Of(int level, long index, long size) =>
        new(level, index, (int)Math.Min(Whole, (size >> (Height * level)) - index * Whole));

    private static string PathOf(string level, long index, int width) =>
        string.Create(CultureInfo.InvariantCulture, $"tile/{level}/{NumberPath(index)}{(width == Whole ? "" : $".p/{width}")}");
}
