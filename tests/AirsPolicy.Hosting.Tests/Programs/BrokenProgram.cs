using System.Reflection;
using System.Reflection.Emit;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Hosting.Tests.Programs;

/// <summary>A program of which one method cannot be compiled.</summary>
internal static class BrokenProgram
{
    public static PolicyProgram New()
    {
        var type = AssemblyBuilder
            .DefineDynamicAssembly(new AssemblyName("broken"), AssemblyBuilderAccess.RunAndCollect)
            .DefineDynamicModule("broken")
            .DefineType("Broken", TypeAttributes.Public, typeof(PolicyProgram));
        foreach (var inherited in typeof(PolicyProgram).GetMethods().Where(method => method.IsAbstract))
        {
            var method = type.DefineMethod(
                inherited.Name,
                MethodAttributes.Public | MethodAttributes.Virtual,
                inherited.ReturnType,
                [.. inherited.GetParameters().Select(parameter => parameter.ParameterType)]);
            // Where something is to be given back there is nothing.
            method.GetILGenerator().Emit(OpCodes.Ret);
        }
        return (PolicyProgram)Activator.CreateInstance(type.CreateType())!;
    }
}
