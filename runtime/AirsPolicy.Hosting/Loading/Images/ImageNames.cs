using System.Reflection.Metadata;

namespace AirsPolicy.Hosting.Loading.Images;

/// <summary>
/// Reads names and signatures of an assembly as texts. Arrays, pointers, references, generics and all else that is built from other types
/// is refused, so that a signature is a flat row of types.
/// </summary>
internal sealed class ImageNames(MetadataReader reader)
{
    private const byte ClassCode = (byte)SignatureTypeKind.Class;
    private const byte ValueCode = (byte)SignatureTypeKind.ValueType;

    // More parameters than a member of ours has.
    private const int MaxSignature = 64;

    // More than emitted code has: with what is called, they lie on the stack of a thread.
    private const int MaxLocals = 1_024;

    private readonly Dictionary<BlobHandle, ImageSignature> _methods = [];
    private readonly Dictionary<BlobHandle, string[]> _locals = [];

    public MetadataReader Reader => reader;

    /// <summary>The name of a type reference: of one of the assemblies that are referred to, or in such a one.</summary>
    public string Type(TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        if (type.ResolutionScope.Kind == HandleKind.AssemblyReference)
            return TopLevel(type);
        if (type.ResolutionScope.Kind != HandleKind.TypeReference)
            throw ImageCheck.Refused($"refers to the type '{reader.GetString(type.Name)}' of its own or of no assembly");
        var outer = reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        return outer.ResolutionScope.Kind == HandleKind.AssemblyReference && type.Namespace.IsNil
            ? $"{TopLevel(outer)}/{reader.GetString(type.Name)}"
            : throw ImageCheck.Refused($"refers to the nested type '{reader.GetString(type.Name)}'");
    }

    /// <summary>The name of a member with its signature.</summary>
    public string Member(MemberReference member)
    {
        var name = reader.GetString(member.Name);
        if (member.Parent.Kind != HandleKind.TypeReference)
            throw ImageCheck.Refused($"refers to '{name}' of another thing than a type of another assembly");
        var owner = Type((TypeReferenceHandle)member.Parent);
        return member.GetKind() == MemberReferenceKind.Field
            ? $"{owner}.{name} : {Field(member.Signature)}"
            : $"{owner}.{name}{Method(member.Signature)}";
    }

    /// <summary>The signature of a method as one text.</summary>
    public string Method(BlobHandle signature) => Signature(signature).Text;

    /// <summary>The signature of a method.</summary>
    public ImageSignature Signature(BlobHandle signature)
    {
        if (_methods.TryGetValue(signature, out var known))
            return known;
        var blob = Begin(signature, MaxSignature);
        var header = blob.ReadSignatureHeader();
        if (header is not { Kind: SignatureKind.Method, CallingConvention: SignatureCallingConvention.Default }
            || (header.Attributes & ~SignatureAttributes.Instance) != 0)
            throw ImageCheck.Refused("has a signature of another kind");
        var count = blob.ReadCompressedInteger();
        var result = Type(ref blob);
        var parameters = new string[count];
        for (var number = 0; number < count; number++)
            parameters[number] = Type(ref blob);
        End(blob);
        return _methods[signature] = new ImageSignature(header.IsInstance, result, parameters);
    }

    /// <summary>The types of local variables.</summary>
    public string[] Locals(BlobHandle signature)
    {
        if (_locals.TryGetValue(signature, out var known))
            return known;
        var blob = Begin(signature, int.MaxValue);
        if (blob.ReadSignatureHeader() is not { Kind: SignatureKind.LocalVariables, Attributes: SignatureAttributes.None })
            throw ImageCheck.Refused("calls by a signature of its own");
        var count = blob.ReadCompressedInteger();
        if (count > MaxLocals)
            throw ImageCheck.Refused($"has a method of {count} variables, where {MaxLocals} are known");
        var types = new string[count];
        for (var number = 0; number < count; number++)
            types[number] = Type(ref blob);
        End(blob);
        return types.Contains(StackType.Void)
            ? throw ImageCheck.Refused("has a variable without a type")
            : _locals[signature] = types;
    }

    private string Field(BlobHandle signature)
    {
        var blob = Begin(signature, MaxSignature);
        _ = blob.ReadSignatureHeader();
        var type = Type(ref blob);
        End(blob);
        return type;
    }

    private BlobReader Begin(BlobHandle signature, int most)
    {
        var blob = reader.GetBlobReader(signature);
        return blob.Length <= most ? blob : throw ImageCheck.Refused("has a signature that is too long");
    }

    private static void End(BlobReader blob)
    {
        if (blob.RemainingBytes > 0)
            throw ImageCheck.Refused("has a signature that does not end");
    }

    private string Type(ref BlobReader blob)
    {
        var code = blob.ReadByte();
        if (code is not (ClassCode or ValueCode))
            return TypeText.Find((SignatureTypeCode)code) ?? throw ImageCheck.Refused($"has a type of the kind {code:x2} in a signature");
        if (blob.ReadTypeHandle() is not { Kind: HandleKind.TypeReference } type)
            throw ImageCheck.Refused("has a type of its own in a signature");
        return TypeText.Named(code == ValueCode, Type((TypeReferenceHandle)type));
    }

    private string TopLevel(TypeReference type)
    {
        var assembly = reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope);
        return $"[{reader.GetString(assembly.Name)}]{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }
}
