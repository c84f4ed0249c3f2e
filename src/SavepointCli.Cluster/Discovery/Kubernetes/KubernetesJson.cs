using System.Text.Json.Serialization;
using SavepointCli.Cluster.Discovery.Kubernetes.Messages;

namespace SavepointCli.Cluster.Discovery.Kubernetes;

/// <summary>The few messages of Kubernetes that are read, without reflection.</summary>
[JsonSourceGenerationOptions(RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(KubernetesService))]
[JsonSerializable(typeof(NodeList))]
[JsonSerializable(typeof(IngressList))]
internal sealed partial class KubernetesJson : JsonSerializerContext;
