using System.Diagnostics.CodeAnalysis;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace AirsPolicy.Hosting.Loading.Images;

/// <summary>
/// Looks at the assembly of a bundle before anything of it is loaded. What could run by being loaded is refused, and so is everything that
/// emitted code has no use for. What is not listed is refused, so that nobody has to think of every danger.
/// </summary>
internal static class ImageCheck
{
    /// <exception cref="InvalidDataException">The assembly is not one that a policy is compiled to; the message says why.</exception>
    [RequiresUnreferencedCode(CodeLoading.Reason)]
    public static void Check(byte[] image)
    {
        try
        {
            using var file = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(image));
            ImageForm.Check(file, image);
            var names = new ImageNames(file.GetMetadataReader(MetadataReaderOptions.None));
            ImageTables.Check(names.Reader);
            ImageReferences.Check(names);
            ImageProgram.Check(names);
            ImageBodies.Check(file, names);
            ImageCode.Check(file, names);
        }
        // Metadata that contradicts itself makes its reader throw many things.
        catch (Exception fault) when (fault is not InvalidDataException)
        {
            throw Refused($"cannot be read ({fault.Message.TrimEnd('.')})");
        }
    }

    /// <summary>The refusal.</summary>
    /// <param name="what">What the assembly does that none of ours does, as "holds resources".</param>
    public static InvalidDataException Refused(string what) =>
        new($"The assembly of the bundle {what}, as no assembly of a policy. Nothing of it was loaded.");
}
