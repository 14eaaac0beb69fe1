using System.Buffers.Binary;
using System.Globalization;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using AirsPolicy.Hosting.Loading.Images;

namespace AirsPolicy.Compiler.Tests.Bundles.Images;

/// <summary>
/// A program one method of which has other instructions than its compiler gave it. They are written as <c>ldarg.1; ldc.i4 7; call Fire</c>:
/// a branch by the bytes that it passes over, a token by a name. The method takes a frame (0) and an evaluation (1), and has as variables a
/// <c>number</c>, a <c>truth</c>, a <c>text</c>, an <c>amount</c> and a <c>frame</c>.
/// </summary>
internal static class WrittenMethod
{
    // Each variable is used twice, so that the compiler keeps it.
    private const string Room =
        """
        long number = f.Long(1); bool truth = f.Has(1); string text = f.Has(2) ? "text" : "none"; decimal amount = f.Decimal(2);
        FactFrame frame = f.Has(3) ? f : null;
        if (truth) v.Is(number, text);
        if (amount == decimal.One) v.Is(number, text);
        if (truth) Rule1(frame, v);
        if (amount == new decimal(7)) Rule1(frame, v);
        if (v.DrawDecimal(amount, amount)) v.Fire(1, truth ? 1 : 2);
        """;

    private const int FatHead = 12;

    private static readonly byte[] s_image = HostileImage.Compile(
        $$"""
        public sealed class Program : PolicyProgram
        {
            private static void Mine(FactFrame f, Evaluation v) { {{Room}} }
            private static void Other(FactFrame f, Evaluation v) { {{Room}} }
            private static void Rule1(FactFrame f, Evaluation v) { v.Release(); }
            private static bool Asks(FactFrame f, Evaluation v) { {{Room}} return truth; }
            MEMBERS
        }
        """);

    private static readonly Dictionary<string, OpCode> s_codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Name!, StringComparer.Ordinal);

    private static readonly Dictionary<string, int> s_tokens = Tokens();

    private static readonly Dictionary<string, int> s_variables = Variables();

    /// <summary>The assembly as it was compiled.</summary>
    public static byte[] Honest => [.. s_image];

    /// <summary>The assembly with other instructions in a method.</summary>
    /// <param name="method">Which: Mine or Other, which give nothing, or Asks, which gives a truth.</param>
    public static byte[] With(string instructions, string method = "Mine", int maxStack = 8, bool initialises = true, byte[]? image = null)
    {
        var written = image ?? Honest;
        var code = Assemble(instructions);
        using var file = new PEReader(new MemoryStream(s_image));
        var (reader, section) = (file.GetMetadataReader(), file.PEHeaders.SectionHeaders[0]);
        var place = reader.MethodDefinitions.Select(reader.GetMethodDefinition).Single(one => reader.GetString(one.Name) == method)
            .RelativeVirtualAddress;
        var body = written.AsSpan(place - section.VirtualAddress + section.PointerToRawData);
        Assert.True(code.Length <= file.GetMethodBody(place).GetILReader().Length);
        // ECMA-335, II.25.4.3: flags and size of the head, greatest height of the stack, length; the variables stay.
        BinaryPrimitives.WriteUInt16LittleEndian(body, (ushort)(0x3003 | (initialises ? 0x10 : 0)));
        BinaryPrimitives.WriteUInt16LittleEndian(body[2..], (ushort)maxStack);
        BinaryPrimitives.WriteInt32LittleEndian(body[4..], code.Length);
        code.CopyTo(body[FatHead..]);
        return written;
    }

    private static byte[] Assemble(string instructions)
    {
        using var code = new MemoryStream();
        using var writer = new BinaryWriter(code);
        foreach (var words in instructions.Split(';', StringSplitOptions.TrimEntries).Select(line => line.Split(' ')))
        {
            var operation = s_codes[words[0]];
            if (operation.Size == 2)
                writer.Write((byte)0xFE);
            writer.Write((byte)operation.Value);
            switch (operation.OperandType)
            {
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI:
                    writer.Write((sbyte)Number(words[1]));
                    break;
                case OperandType.ShortInlineVar:
                    writer.Write((byte)Variable(words[1]));
                    break;
                case OperandType.InlineVar:
                    writer.Write((ushort)Variable(words[1]));
                    break;
                case OperandType.InlineI8:
                    writer.Write((long)Number(words[1]));
                    break;
                case OperandType.InlineR:
                    writer.Write((double)Number(words[1]));
                    break;
                case OperandType.InlineSwitch:
                    writer.Write(words.Length - 1);
                    foreach (var arm in words.Skip(1))
                        writer.Write(Number(arm));
                    break;
                default:
                    writer.Write(s_tokens.TryGetValue(words[1], out var token) ? token : Number(words[1]));
                    break;
            }
        }
        writer.Flush();
        return code.ToArray();
    }

    private static int Variable(string word) => s_variables.TryGetValue(word, out var number) ? number : Number(word);

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);

    private static Dictionary<string, int> Tokens()
    {
        using var file = new PEReader(new MemoryStream(s_image));
        var reader = file.GetMetadataReader();
        var tokens = new Dictionary<string, int>(StringComparer.Ordinal) { ["Text"] = 0x7000_0001, ["Signature"] = 0x1100_0001 };
        foreach (var handle in reader.MemberReferences)
        {
            var member = reader.GetMemberReference(handle);
            var owner = reader.GetString(reader.GetTypeReference((TypeReferenceHandle)member.Parent).Name);
            tokens[$"{owner}.{reader.GetString(member.Name)}"] = MetadataTokens.GetToken(handle);
        }
        foreach (var handle in reader.TypeReferences)
            tokens[reader.GetString(reader.GetTypeReference(handle).Name)] = MetadataTokens.GetToken(handle);
        foreach (var handle in reader.MethodDefinitions)
            tokens[reader.GetString(reader.GetMethodDefinition(handle).Name)] = MetadataTokens.GetToken(handle);
        return tokens;
    }

    private static Dictionary<string, int> Variables()
    {
        using var file = new PEReader(new MemoryStream(s_image));
        var reader = file.GetMetadataReader();
        var mine = reader.MethodDefinitions.Select(reader.GetMethodDefinition).Single(method => reader.GetString(method.Name) == "Mine");
        var signature = file.GetMethodBody(mine.RelativeVirtualAddress).LocalSignature;
        var types = new ImageNames(reader).Locals(reader.GetStandaloneSignature(signature).Signature);
        return new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["number"] = Array.IndexOf(types, "Int64"),
            ["truth"] = Array.IndexOf(types, "Boolean"),
            ["text"] = Array.IndexOf(types, "String"),
            ["amount"] = Array.FindIndex(types, type => type.StartsWith("value ", StringComparison.Ordinal)),
            ["frame"] = Array.FindIndex(types, type => type.StartsWith("class ", StringComparison.Ordinal)),
        };
    }
}
