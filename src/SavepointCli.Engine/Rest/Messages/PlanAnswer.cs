using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>The plan of a job alone.</summary>
internal sealed record PlanAnswer(PlanDocument Plan);

/// <summary>A plan: consumers stand before their producers.</summary>
internal sealed record PlanDocument(string Jid, string Name, string Type, IReadOnlyList<PlanNode> Nodes);

/// <summary>A vertex of a plan; sources have no inputs.</summary>
internal sealed record PlanNode(
    string Id,
    int Parallelism,
    string Operator,
    [property: JsonPropertyName("operator_strategy")] string OperatorStrategy,
    string Description,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<PlanInput>? Inputs,
    [property: JsonPropertyName("optimizer_properties")] EmptyRequestBody OptimizerProperties);

/// <summary>An edge of a plan.</summary>
internal sealed record PlanInput(
    int Num, string Id, [property: JsonPropertyName("ship_strategy")] string ShipStrategy, string Exchange);
