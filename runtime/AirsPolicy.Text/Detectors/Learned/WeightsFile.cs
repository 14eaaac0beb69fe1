using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AirsPolicy.Text.Concepts;

namespace AirsPolicy.Text.Detectors.Learned;

/// <summary>
/// Reads a weights file: a head, the margins, the table of concepts that it was trained with, and the weights, one signed byte a feature,
/// deflated and in base64; then, where there is one, the network that takes a second look, likewise. Lines that begin with <c>#</c> say
/// where it comes from.
/// </summary>
public static class WeightsFile
{
    /// <summary>The first line.</summary>
    internal const string Header = "airs linear model 2";

    /// <summary>
    /// How the line begins that says from which margin on the network is asked and what its own counts, behind which the network follows.
    /// </summary>
    internal const string NetworkLine = "network ";

    // Far from where sums would overflow.
    private const long MostNumber = 1L << 40;

    /// <summary>How many weights there are: of words and runs of characters, and of concepts.</summary>
    internal static int Features { get; } = TextFeatures.Buckets + BlockConcepts.FeaturesOf(ConceptTable.Shipped.Count);

    /// <summary>The line that says which concepts weights are of.</summary>
    internal static string Concepts { get; } =
        string.Create(CultureInfo.InvariantCulture, $"concepts {ConceptTable.Shipped.Count} {ConceptTable.Shipped.Version:x8}");

    /// <summary>Why a text is no weights file, as a clause for a message ("it does not begin with …"); null where it is one.</summary>
    public static string? ProblemOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, out var problem) is null ? problem : null;
    }

    // Reading takes milliseconds. Detectors that share a file share its model, and who asks about one text after another reads it once.
    private static readonly ConditionalWeakTable<string, LearnedModel> s_models = [];

    /// <summary>The model of a weights file; the same for the same string object.</summary>
    /// <exception cref="ArgumentException">The text is none.</exception>
    internal static LearnedModel Parse(string text) => s_models.GetValue(
        text,
        static text => Read(text, out var problem) ?? throw new ArgumentException($"The weights cannot be read: {problem}.", nameof(text)));

    private static LearnedModel? Read(string text, out string? problem)
    {
        var lines = text.Split('\n').Where(line => !line.StartsWith('#')).ToArray();
        problem = $"it does not begin with '{Header}'";
        if (lines[0] != Header) return null;
        problem = "it does not give 'start', 'zero', 'half' and 'whole', each more than the one before from 'zero' on, and then 'weights'";
        if (lines.Length < 7 || lines[6] != "weights" || !TryRead(lines, out var start, out var scale)) return null;
        problem = $"it was not trained with the concepts of this version, which are '{Concepts}': train it again";
        if (lines[5] != Concepts) return null;
        problem = $"it does not have {Features} weights, deflated and in base64";
        var weights = new sbyte[Features];
        var end = Array.FindIndex(lines, line => line.StartsWith(NetworkLine, StringComparison.Ordinal));
        if (!TryInflate(lines[7..(end < 0 ? lines.Length : end)], MemoryMarshal.AsBytes(weights.AsSpan()))) return null;
        SecondLook? second = null;
        if (end >= 0)
        {
            problem = $"behind 'network' it does not have a margin, a factor and {PhraseNetwork.Size} bytes, deflated and in base64";
            second = ReadSecond(lines[end..]);
            if (second is null) return null;
        }
        problem = null;
        return new LearnedModel(new LinearModel(weights, start), second, scale);
    }

    private static SecondLook? ReadSecond(string[] lines)
    {
        var head = lines[0].Split(' ');
        var bytes = new byte[PhraseNetwork.Size];
        return head.Length == 3
            && TryNumber(head[1], "", out var from)
            && TryNumber(head[2], "", out var factor)
            && factor is >= 0 and <= SecondLook.MostFactor
            && TryInflate(lines[1..], bytes)
            && PhraseNetwork.Read(bytes) is { } network
                ? new SecondLook(from, factor, network)
                : null;
    }

    // Just so many bytes, neither more nor fewer.
    private static bool TryInflate(string[] lines, Span<byte> bytes)
    {
        try
        {
            var deflated = new MemoryStream(Convert.FromBase64String(string.Concat(lines)));
            using var inflated = new DeflateStream(deflated, CompressionMode.Decompress);
            return inflated.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length && inflated.ReadByte() < 0;
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException)
        {
            return false;
        }
    }

    private static bool TryRead(string[] lines, out long start, out MarginScale scale)
    {
        scale = new MarginScale(0, 0, 0);
        if (!TryNumber(lines[1], "start ", out start) || !TryNumber(lines[2], "zero ", out var zero)
            || !TryNumber(lines[3], "half ", out var half) || !TryNumber(lines[4], "whole ", out var whole)) return false;
        scale = new MarginScale(zero, half, whole);
        return zero < half && half < whole;
    }

    private static bool TryNumber(string line, string name, out long number)
    {
        number = 0;
        return line.StartsWith(name, StringComparison.Ordinal)
            && long.TryParse(line.AsSpan(name.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
            && number is > -MostNumber and < MostNumber;
    }
}
