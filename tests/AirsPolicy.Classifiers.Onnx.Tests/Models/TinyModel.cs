using System.Runtime.InteropServices;

namespace AirsPolicy.Classifiers.Onnx.Tests.Models;

/// <summary>
/// An encoder of six steps: it looks up the weight of each token, leaves out what is masked, adds up what is left, and makes logits of it.
/// </summary>
internal sealed record TinyModel
{
    private const int Float = 1, Int32 = 6, Int64 = 7;

    /// <summary>The weight of each token, by its id.</summary>
    public IReadOnlyList<float> Weights { get; init; } = TinyWords.Weights;

    /// <summary>What each label takes of the sum.</summary>
    public IReadOnlyList<float> Factors { get; init; } = [0, 1];

    /// <summary>What is added for each label.</summary>
    public IReadOnlyList<float> Bias { get; init; } = [0, -3];

    public string Ids { get; init; } = "input_ids";

    public bool HasTypes { get; init; }

    public bool HasNarrowIds { get; init; }

    /// <summary>How many tokens a text has; null for any number.</summary>
    public int? Tokens { get; init; }

    public string Output { get; init; } = "logits";

    /// <summary>Gives the sums beside the logits.</summary>
    public bool HasTwoOutputs { get; init; }

    public byte[] ToBytes() => new ProtoWriter()
        .Number(1, 8)
        .Message(7, Graph())
        .Message(8, new ProtoWriter().Text(1, "").Number(2, 13))
        .ToArray();

    private ProtoWriter Graph() => new ProtoWriter()
        .Messages(1, Nodes())
        .Text(2, "tiny")
        .Message(5, Tensor("weights", Weights, Weights.Count))
        .Message(5, Tensor("factors", Factors, 1, Factors.Count))
        .Message(5, Tensor("bias", Bias, Bias.Count))
        .Message(5, new ProtoWriter().Number(1, 1).Number(2, Int64).Text(8, "axes").Bytes(9, BitConverter.GetBytes(1L)))
        .Message(11, Value(Ids, HasNarrowIds ? Int32 : Int64, "texts", Tokens))
        .Message(11, Value("attention_mask", Int64, "texts", Tokens))
        .Messages(11, HasTypes ? [Value("token_type_ids", Int64, "texts", Tokens)] : [])
        .Message(12, Value(Output, Float, "texts", Factors.Count))
        .Messages(12, HasTwoOutputs ? [Value("sum", Float, "texts", 1)] : []);

    private IEnumerable<ProtoWriter> Nodes()
    {
        yield return Node("Gather", "picked", "weights", Ids);
        yield return AsFloat("attention_mask", "mask");
        yield return Node("Mul", "kept", "picked", "mask");
        if (HasTypes)
        {
            yield return AsFloat("token_type_ids", "types");
            yield return Node("Add", "typed", "kept", "types");
        }
        yield return Node("ReduceSum", "sum", HasTypes ? "typed" : "kept", "axes");
        yield return Node("MatMul", "drawn", "sum", "factors");
        yield return Node("Add", Output, "drawn", "bias");
    }

    private static ProtoWriter AsFloat(string from, string to) =>
        Node("Cast", to, from).Message(5, new ProtoWriter().Text(1, "to").Number(3, Float).Number(20, 2));

    private static ProtoWriter Node(string kind, string output, params string[] inputs)
    {
        var node = new ProtoWriter();
        foreach (var input in inputs)
            node.Text(1, input);
        return node.Text(2, output).Text(4, kind);
    }

    private static ProtoWriter Tensor(string name, IReadOnlyList<float> values, params int[] shape)
    {
        var tensor = new ProtoWriter();
        foreach (var size in shape)
            tensor.Number(1, size);
        return tensor.Number(2, Float).Text(8, name).Bytes(9, MemoryMarshal.AsBytes<float>(values.ToArray()).ToArray());
    }

    private static ProtoWriter Value(string name, int type, string rows, int? columns)
    {
        var column = columns is { } fixedSize ? new ProtoWriter().Number(1, fixedSize) : new ProtoWriter().Text(2, "tokens");
        var shape = new ProtoWriter().Message(1, new ProtoWriter().Text(2, rows)).Message(1, column);
        var tensor = new ProtoWriter().Number(1, type).Message(2, shape);
        return new ProtoWriter().Text(1, name).Message(2, new ProtoWriter().Message(1, tensor));
    }
}
