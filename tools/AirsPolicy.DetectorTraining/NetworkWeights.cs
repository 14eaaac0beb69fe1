using System.Buffers.Binary;
using AirsPolicy.Text.Concepts;
using AirsPolicy.Text.Detectors.Learned;

namespace AirsPolicy.DetectorTraining;

/// <summary>The numbers of a network as they are learned.</summary>
/// <param name="Words">The vectors of words.</param>
/// <param name="Pieces">Those of pieces.</param>
/// <param name="Concepts">Those of concepts, and before them of no concept.</param>
/// <param name="Filters">Of each filter what it multiplies each input with.</param>
/// <param name="Starts">What each filter starts with.</param>
/// <param name="OfUsers">What the most and the sum of each filter count in what users type, and what every text starts with.</param>
/// <param name="OfData">The same in what is read for them.</param>
internal sealed record NetworkWeights(
    float[] Words,
    float[] Pieces,
    float[] Concepts,
    float[] Filters,
    float[] Starts,
    float[] OfUsers,
    float[] OfData)
{
    // Larger numbers than those of so many are cut off, so that the others keep their steps.
    private const double KeptWhole = 0.9995;

    /// <summary>How many numbers a side has.</summary>
    public const int Outputs = 2 * PhraseNetwork.Filters + 1;

    /// <summary>How many rows the table of concepts has.</summary>
    public static int ConceptRows { get; } = ConceptTable.Shipped.Count + 1;

    /// <summary>The network of one side as bytes.</summary>
    /// <param name="isData">Which side.</param>
    public byte[] Write(bool isData)
    {
        var (vectorStep, filterStep) = (StepOf([.. Words, .. Pieces, .. Concepts]), StepOf(Filters));
        var found = vectorStep * filterStep;
        var output = isData ? OfData : OfUsers;
        var bytes = new byte[PhraseNetwork.Size];
        var at = 0;
        foreach (var value in Words.Concat(Pieces).Concat(Concepts)) bytes[at++] = (byte)Small(value, vectorStep);
        // The network keeps beside one another what all filters multiply an input with.
        for (var input = 0; input < PhraseNetwork.Inputs; input++)
        {
            for (var filter = 0; filter < PhraseNetwork.Filters; filter++)
                bytes[at++] = (byte)Small(Filters[filter * PhraseNetwork.Inputs + input], filterStep);
        }
        double[] large =
        [
            .. Starts.Select(value => value / found),
            .. output[..^1].Select(value => value * found * PhraseNetwork.Unit),
            output[^1] * PhraseNetwork.Unit,
        ];
        foreach (var value in large)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(at), (float)value);
            at += sizeof(float);
        }
        return bytes;
    }

    private static double StepOf(float[] values)
    {
        var sizes = values.Select(value => Math.Abs((double)value)).Where(size => size > 0).Order().ToArray();
        return sizes.Length == 0 ? 1 : sizes[(int)(KeptWhole * (sizes.Length - 1))] / sbyte.MaxValue;
    }

    private static sbyte Small(float value, double step) => (sbyte)Math.Clamp(Math.Round(value / step), -sbyte.MaxValue, sbyte.MaxValue);
}
