using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AirsPolicy.Hosting.Loading.Images;

/// <summary>What the tokens of instructions stand for. What they refer to outside the program has been checked.</summary>
internal sealed class ImageCalls(ImageNames names)
{
    private static readonly string s_decimal = TypeText.NameOf(typeof(decimal));

    private readonly Dictionary<int, ImageCall?> _calls = [];
    private readonly HashSet<int> _texts = [.. Texts(names.Reader)];

    /// <summary>The method of a token, or null where there is none that may be called.</summary>
    public ImageCall? Find(int token)
    {
        if (!_calls.TryGetValue(token, out var call))
            _calls[token] = call = Read(token);
        return call;
    }

    /// <summary>Whether a token is a constant of the decimals.</summary>
    public bool IsConstant(int token) =>
        Member(token) is { } member && member.GetKind() == MemberReferenceKind.Field
        && names.Type((TypeReferenceHandle)member.Parent) == s_decimal;

    /// <summary>Whether a token is a text that the assembly holds.</summary>
    public bool IsText(int token) => _texts.Contains(token);

    private ImageCall? Read(int token)
    {
        if (Member(token) is { } member)
            return member.GetKind() == MemberReferenceKind.Method ? Outside(member) : null;
        if (Handle(token) is not { Kind: HandleKind.MethodDefinition } own)
            return null;
        var method = names.Reader.GetMethodDefinition((MethodDefinitionHandle)own);
        var signature = names.Signature(method.Signature);
        return method.Attributes.HasFlag(MethodAttributes.Static)
            ? new ImageCall(ImageCallKind.Static, signature.Parameters, signature.Result, MetadataTokens.GetRowNumber(own))
            : null;
    }

    private ImageCall? Outside(MemberReference member)
    {
        var (owner, signature) = (names.Type((TypeReferenceHandle)member.Parent), names.Signature(member.Signature));
        if (names.Reader.StringComparer.Equals(member.Name, ConstructorInfo.ConstructorName))
            return owner == s_decimal ? new ImageCall(ImageCallKind.Decimal, signature.Parameters, StackType.Decimal, 0) : null;
        return signature.IsInstance
            ? new ImageCall(ImageCallKind.Instance, [TypeText.Named(isValue: false, owner), .. signature.Parameters], signature.Result, 0)
            : new ImageCall(ImageCallKind.Static, signature.Parameters, signature.Result, 0);
    }

    private MemberReference? Member(int token) => Handle(token) is { Kind: HandleKind.MemberReference } member
        ? names.Reader.GetMemberReference((MemberReferenceHandle)member)
        : null;

    // A number that is no token at all is none of ours either.
    private static EntityHandle? Handle(int token)
    {
        var handle = MetadataTokens.Handle(token);
        return handle.Kind is HandleKind.MemberReference or HandleKind.MethodDefinition ? (EntityHandle)handle : null;
    }

    private static IEnumerable<int> Texts(MetadataReader reader)
    {
        if (reader.GetHeapSize(HeapIndex.UserString) == 0)
            yield break;
        for (var text = MetadataTokens.UserStringHandle(1); !text.IsNil; text = reader.GetNextHandle(text))
            yield return MetadataTokens.GetToken(text);
    }
}
