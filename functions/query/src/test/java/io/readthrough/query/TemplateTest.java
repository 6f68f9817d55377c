package io.readthrough.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.readthrough.store.NotesTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import tools.jackson.databind.JsonNode;

/// What `template.yaml` names exists in the code, and what the code needs is in the template.
class TemplateTest {
  private static final Template TEMPLATE = Template.read();
  private static final JsonNode DOCUMENT = TEMPLATE.document();
  private static final Map<String, JsonNode> FUNCTIONS =
      TEMPLATE.resources("AWS::Serverless::Function");

  /// A variable's name, as sources spell it.
  private static final Pattern VARIABLE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");

  /// Logical ids of the functions.
  static Set<String> functions() {
    return FUNCTIONS.keySet();
  }

  private static JsonNode function(String id) {
    return DOCUMENT.path("Resources").path(id).path("Properties");
  }

  private static String name(String id) {
    return Path.of(function(id).path("CodeUri").asString()).getName(1).toString();
  }

  private static Path module(String id) {
    return Template.ROOT.resolve("functions").resolve(name(id));
  }

  private static List<Path> sources(Path module) throws IOException {
    try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
      return files.filter(f -> f.toString().endsWith(".java")).toList();
    }
  }

  @Test
  void hasTheFunctions() {
    assertThat(functions()).containsExactly("ParseFunction", "ScoreFunction", "QueryFunction");
  }

  /// That Lambda can make it is a rule of the architecture, which sees all modules' classes.
  @ParameterizedTest
  @MethodSource("functions")
  void everyHandlerIsAClassOfItsModule(String id) {
    String handler = function(id).path("Handler").asString();
    assertThat(module(id).resolve("src/main/java").resolve(handler.replace('.', '/') + ".java"))
        .isRegularFile();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyCodeUriIsAZipThatTheBuildMakes(String id) throws IOException {
    String pom = Files.readString(module(id).resolve("pom.xml"));
    String name = name(id);
    assertThat(function(id).path("CodeUri").asString())
        .isEqualTo("functions/" + name + "/target/" + name + ".zip");
    assertThat(pom)
        .contains("<finalName>" + name + "</finalName>")
        .contains("<function.zip.phase>package</function.zip.phase>");
    assertThat(Files.readString(Template.ROOT.resolve("pom.xml")))
        .contains("<module>functions/" + name + "</module>");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theVariablesSetAreTheVariablesRead(String id) throws IOException {
    Set<String> read = new TreeSet<>();
    for (Path file : sources(module(id))) {
      String code = Files.readString(file);
      if (code.contains("import io.readthrough.store.Environment;")) {
        VARIABLE.matcher(code).results().map((MatchResult m) -> m.group(1)).forEach(read::add);
      }
    }
    assertThat(function(id).at("/Environment/Variables").propertyNames())
        .containsExactlyInAnyOrderElementsOf(read);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyEventSourceIsAQueueThatABucketFills(String id) {
    for (JsonNode event : function(id).path("Events")) {
      assertThat(event.path("Type").asString()).isEqualTo("SQS");
      JsonNode properties = event.path("Properties");
      assertThat(properties.path("FunctionResponseTypes").toString())
          .isEqualTo("[\"ReportBatchItemFailures\"]");
      String queueId = properties.at("/Queue/Fn::GetAtt/0").asString();
      JsonNode queue = queue(queueId);
      assertThat(queue.path("VisibilityTimeout").asInt())
          .isGreaterThanOrEqualTo(6 * function(id).path("Timeout").asInt());
      deadLetters(queue);
      assertThat(alarms("/Dimensions/0/Value/Fn::GetAtt/0", queueId))
          .containsExactly("ApproximateAgeOfOldestMessage");
      assertThat(alarms("/Dimensions/0/Value/Ref", id)).containsExactly("Errors");
      assertThat(bucketsThatTell(queueId)).hasSize(1).allSatisfy(b -> mayTell(b, queueId));
    }
  }

  private static JsonNode queue(String id) {
    assertThat(TEMPLATE.resources("AWS::SQS::Queue")).containsKey(id);
    return DOCUMENT.path("Resources").path(id).path("Properties");
  }

  private static void deadLetters(JsonNode queue) {
    String id = queue.at("/RedrivePolicy/deadLetterTargetArn/Fn::GetAtt/0").asString();
    JsonNode deadLetters = queue(id);
    String name = queue.at("/QueueName/Fn::Sub").asString();
    assertThat(deadLetters.at("/RedriveAllowPolicy/sourceQueueArns/0/Fn::Sub").asString())
        .endsWith(":" + name);
    assertThat(alarms("/Dimensions/0/Value/Fn::GetAtt/0", id))
        .containsExactly("ApproximateNumberOfMessagesVisible");
  }

  /// The metrics of what is named at a place of their definition that alarms watch.
  private static List<String> alarms(String place, String id) {
    return TEMPLATE.resources("AWS::CloudWatch::Alarm").values().stream()
        .filter(alarm -> alarm.at(place).asString().equals(id))
        .map(alarm -> alarm.path("MetricName").asString())
        .toList();
  }

  @Test
  void faultsOfTheApiAreToldAndEveryAlarmTellsTheTopic() {
    assertThat(alarms("/Dimensions/0/Value/Ref", "Api")).containsExactly("5xx");
    assertThat(TEMPLATE.resources("AWS::CloudWatch::Alarm").values())
        .allMatch(
            alarm -> alarm.at("/AlarmActions/Fn::If/1/0/Ref").asString().equals("AlarmTopicArn"));
  }

  private static List<String> bucketsThatTell(String queueId) {
    return TEMPLATE.resources("AWS::S3::Bucket").entrySet().stream()
        .filter(
            bucket ->
                bucket
                    .getValue()
                    .at("/NotificationConfiguration/QueueConfigurations")
                    .valueStream()
                    .anyMatch(q -> q.at("/Queue/Fn::GetAtt/0").asString().equals(queueId)))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The queue lets in the bucket by the very name that the bucket gets, and before it is made.
  private static void mayTell(String bucketId, String queueId) {
    JsonNode bucket = DOCUMENT.path("Resources").path(bucketId);
    JsonNode policy = DOCUMENT.path("Resources").path(bucket.path("DependsOn").asString());
    JsonNode statement = policy.at("/Properties/PolicyDocument/Statement/0");
    assertThat(policy.at("/Properties/Queues/0/Ref").asString()).isEqualTo(queueId);
    assertThat(statement.at("/Condition/ArnEquals/aws:SourceArn/Fn::Sub/0").asString())
        .isEqualTo(
            "arn:${AWS::Partition}:s3:::"
                + bucket.at("/Properties/BucketName/Fn::Sub/0").asString());
    assertThat(statement.at("/Condition/ArnEquals/aws:SourceArn/Fn::Sub/1"))
        .isEqualTo(bucket.at("/Properties/BucketName/Fn::Sub/1"));
  }

  @Test
  void theApiIsTheDocumentThatTheCodeAnswersBy() throws IOException {
    JsonNode include = TEMPLATE.resources("AWS::Serverless::HttpApi").values().iterator().next();
    String location = include.at("/DefinitionBody/Fn::Transform/Parameters/Location").asString();
    assertThat(Files.readString(Template.ROOT.resolve(location))).isEqualTo(Contract.TEXT);
    String alias = DOCUMENT.at("/Globals/Function/AutoPublishAlias").asString();
    assertThat(
            Contract.DOCUMENT
                .at("/components/x-amazon-apigateway-integrations/query/uri/Fn::Sub")
                .asString())
        .endsWith("functions/${QueryFunction.Arn}:" + alias + "/invocations");
  }

  /// cfn-lint does not look into what is included.
  @Test
  void whatTheApiDocumentNamesIsInTheTemplate() {
    Set<String> known = new TreeSet<>(DOCUMENT.path("Resources").propertyNames());
    known.addAll(DOCUMENT.path("Parameters").propertyNames());
    for (JsonNode ref : Contract.DOCUMENT.findValues("Ref")) {
      assertThat(known).contains(ref.asString());
    }
    for (JsonNode sub : Contract.DOCUMENT.findValues("Fn::Sub")) {
      Pattern.compile("\\$\\{([^}.]+)")
          .matcher(sub.asString())
          .results()
          .map(m -> m.group(1))
          .filter(name -> !name.startsWith("AWS::"))
          .forEach(name -> assertThat(known).contains(name));
    }
    for (JsonNode condition : Contract.DOCUMENT.findValues("Fn::If")) {
      assertThat(DOCUMENT.path("Conditions").propertyNames())
          .contains(condition.path(0).asString());
    }
  }

  @Test
  void noRoleMayMoreThanItsFunctionNeeds() {
    for (Map.Entry<String, JsonNode> role : TEMPLATE.resources("AWS::IAM::Role").entrySet()) {
      assertThat(role.getValue().has("ManagedPolicyArns")).isFalse();
      for (JsonNode statement : role.getValue().at("/Policies/0/PolicyDocument/Statement")) {
        assertThat(statement.path("Action").toString()).as(role.getKey()).doesNotContain("*");
        String resource = statement.path("Resource").toString();
        assertThat(resource)
            .as(role.getKey())
            .satisfiesAnyOf(
                r -> assertThat(r).doesNotContain("*"),
                r ->
                    assertThat(r)
                        .matches(
                            "\\{\"Fn::Sub\":\"\\$\\{(Notes|Parsed)Bucket\\.Arn}/(parsed/|reference/|firms/\\*/reference/)?\\*\"}"));
      }
    }
    assertThat(FUNCTIONS.values()).allMatch(f -> f.path("Role").has("Fn::GetAtt"));
    assertThat(FUNCTIONS.values()).noneMatch(f -> f.has("Policies"));
  }

  @Test
  void everyBucketIsPrivateEncryptedAndTlsOnly() {
    Map<String, JsonNode> buckets = TEMPLATE.resources("AWS::S3::Bucket");
    assertThat(buckets).hasSize(2);
    for (Map.Entry<String, JsonNode> bucket : buckets.entrySet()) {
      assertThat(bucket.getValue().path("PublicAccessBlockConfiguration"))
          .hasSize(4)
          .allMatch(value -> value.asString().equals("true"));
      assertThat(bucket.getValue().has("BucketEncryption")).isTrue();
      assertThat(TEMPLATE.resources("AWS::S3::BucketPolicy").values())
          .filteredOn(p -> p.at("/Bucket/Ref").asString().equals(bucket.getKey()))
          .singleElement()
          .satisfies(
              p -> {
                JsonNode deny = p.at("/PolicyDocument/Statement/0");
                assertThat(deny.path("Effect").asString()).isEqualTo("Deny");
                assertThat(deny.at("/Condition/Bool/aws:SecureTransport").asString())
                    .isEqualTo("false");
              });
    }
  }

  @Test
  void whatCannotBeMadeAgainOutlivesTheStack() {
    for (String id : List.of("NotesBucket", "ParsedBucket", "NotesTable", "UserPool")) {
      JsonNode resource = DOCUMENT.path("Resources").path(id);
      assertThat(resource.path("DeletionPolicy").asString()).isEqualTo("Retain");
      assertThat(resource.path("UpdateReplacePolicy").asString()).isEqualTo("Retain");
    }
  }

  @Test
  void theTableIsTheOneThatTestsAndTheLocalRunMake() {
    JsonNode table =
        TEMPLATE.resources("AWS::DynamoDB::Table").getOrDefault("NotesTable", DOCUMENT);
    CreateTableRequest made = NotesTable.definition("notes");
    assertThat(pairs(table.path("KeySchema"), "AttributeName", "KeyType"))
        .isEqualTo(
            made.keySchema().stream().map(k -> k.attributeName() + " " + k.keyType()).toList());
    assertThat(pairs(table.path("AttributeDefinitions"), "AttributeName", "AttributeType"))
        .isEqualTo(
            made.attributeDefinitions().stream()
                .map(a -> a.attributeName() + " " + a.attributeType())
                .toList());
    assertThat(table.path("BillingMode").asString()).isEqualTo(made.billingModeAsString());
    assertThat(table.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled").asString())
        .isEqualTo("true");
  }

  private static List<String> pairs(JsonNode list, String name, String type) {
    return list.valueStream()
        .map(each -> each.path(name).asString() + " " + each.path(type).asString())
        .toList();
  }
}
