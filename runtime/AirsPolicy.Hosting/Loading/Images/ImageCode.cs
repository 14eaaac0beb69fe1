using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Hosting.Loading.Images;

/// <summary>Verifies the instructions of every method, and how the methods call one another.</summary>
internal static class ImageCode
{
    // What a call takes beside variables and the stack.
    private const int SlotsOfCall = 8;

    private static readonly string s_program = TypeText.Named(isValue: false, TypeText.NameOf(typeof(PolicyProgram)));

    /// <exception cref="InvalidDataException">A method does what emitted code never does.</exception>
    public static void Check(PEReader file, ImageNames names)
    {
        var (calls, known) = (new ImageCalls(names), new Dictionary<(int, string), ImageMethod>());
        var methods = new Dictionary<int, ImageMethod>();
        foreach (var handle in names.Reader.MethodDefinitions)
        {
            var method = names.Reader.GetMethodDefinition(handle);
            // The constructor has been compared as a whole.
            if (method.Attributes.HasFlag(MethodAttributes.RTSpecialName))
                continue;
            var signature = names.Signature(method.Signature);
            // Methods that share a body are one where they have one signature too.
            var key = (method.RelativeVirtualAddress, signature.Text);
            if (!known.TryGetValue(key, out var verified))
                known[key] = verified = Verify(file, names, calls, method, signature);
            methods[MetadataTokens.GetRowNumber(handle)] = verified;
        }
        CallGraph.Check(methods);
    }

    private static ImageMethod Verify(
        PEReader file, ImageNames names, ImageCalls calls, MethodDefinition method, ImageSignature signature)
    {
        var body = file.GetMethodBody(method.RelativeVirtualAddress);
        var name = names.Reader.GetString(method.Name);
        string[] arguments = signature.IsInstance ? [s_program, .. signature.Parameters] : signature.Parameters;
        var locals = body.LocalSignature.IsNil ? [] : names.Locals(names.Reader.GetStandaloneSignature(body.LocalSignature).Signature);
        var called = MethodCode.Verify(calls, name, arguments, locals, signature.Result, body);
        return new ImageMethod(name, body.GetILReader().Length, locals.Length + body.MaxStack + SlotsOfCall, called);
    }
}
