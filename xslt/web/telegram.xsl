<?xml version="1.0" encoding="UTF-8"?>
<!-- A telegram as it was sent, beside the text to read; its attributes as a table. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Empty: the script fills it from the text to read, which holds all that was sent (lines as line feeds, furniture, both readings). -->
  <xsl:template name="d:as-sent" as="element()">
    <xsl:param name="document" as="element()"/>
    <div class="as-sent">
      <h2 id="ui:as-sent"><xsl:value-of select="d:t('as-sent')"/></h2>
      <div class="sheet" tabindex="0" role="region" aria-labelledby="ui:as-sent" lang="{($document/@xml:lang, 'en')[1]}"></div>
    </div>
  </xsl:template>

  <!-- The attributes that the archive keeps with a telegram: a table that opens. -->
  <xsl:template match="div[@type = 'messageAttributes']" mode="d:text" priority="1">
    <details class="attributes">
      <xsl:call-template name="d:common"/>
      <summary>
        <xsl:for-each select="head"><xsl:apply-templates mode="d:text"/></xsl:for-each>
        <xsl:if test="not(head)"><xsl:value-of select="d:t('attributes')"/></xsl:if>
      </summary>
      <xsl:apply-templates select="* except (head, list[@type = 'gloss'])" mode="d:text"/>
      <xsl:for-each select="list[@type = 'gloss']">
        <xsl:apply-templates select="* except (label, item)" mode="d:text"/>
        <table>
          <tbody>
            <xsl:for-each-group select="label | item" group-starting-with="label">
              <tr>
                <th scope="row"><xsl:apply-templates select="current-group()/self::label/node()" mode="d:text"/></th>
                <td>
                  <xsl:for-each select="current-group()/self::item">
                    <xsl:call-template name="d:common"/>
                    <xsl:apply-templates mode="d:text"/>
                  </xsl:for-each>
                </td>
              </tr>
            </xsl:for-each-group>
          </tbody>
        </table>
      </xsl:for-each>
    </details>
  </xsl:template>

</xsl:stylesheet>
