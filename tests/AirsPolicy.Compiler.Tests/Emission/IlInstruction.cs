using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AirsPolicy.Compiler.Tests.Emission;

/// <summary>One instruction of emitted code.</summary>
internal sealed record IlInstruction(string Name, EntityOrString? Token, IReadOnlyList<int> Targets)
{
    private static readonly Dictionary<short, OpCode> s_codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IlInstruction Read(ref BlobReader code)
    {
        short value = code.ReadByte();
        if (value == 0xFE)
            value = (short)(0xFE00 | code.ReadByte());
        var operation = s_codes[value];
        switch (operation.OperandType)
        {
            case OperandType.InlineNone:
                return new IlInstruction(operation.Name!, null, []);
            case OperandType.ShortInlineBrTarget:
                var near = code.ReadSByte();
                return new IlInstruction(operation.Name!, null, [code.Offset + near]);
            case OperandType.InlineBrTarget:
                var far = code.ReadInt32();
                return new IlInstruction(operation.Name!, null, [code.Offset + far]);
            case OperandType.InlineSwitch:
                var arms = new int[code.ReadInt32()];
                for (var i = 0; i < arms.Length; i++)
                    arms[i] = code.ReadInt32();
                var end = code.Offset;
                return new IlInstruction(operation.Name!, null, [.. arms.Select(arm => end + arm)]);
            case OperandType.InlineField
            or OperandType.InlineMethod
            or OperandType.InlineTok
            or OperandType.InlineType
            or OperandType.InlineString
            or OperandType.InlineSig:
                return new IlInstruction(operation.Name!, new EntityOrString(MetadataTokens.Handle(code.ReadInt32())), []);
            case OperandType.ShortInlineI or OperandType.ShortInlineVar:
                code.ReadByte();
                break;
            case OperandType.InlineVar:
                code.ReadInt16();
                break;
            case OperandType.InlineI8 or OperandType.InlineR:
                code.ReadInt64();
                break;
            default:
                code.ReadInt32();
                break;
        }
        return new IlInstruction(operation.Name!, null, []);
    }
}

/// <summary>What an instruction names.</summary>
internal readonly record struct EntityOrString(Handle Handle)
{
    public HandleKind Kind => Handle.Kind;

    public static explicit operator MemberReferenceHandle(EntityOrString token) => (MemberReferenceHandle)token.Handle;
}
